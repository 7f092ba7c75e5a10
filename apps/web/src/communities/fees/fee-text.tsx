import { useTranslation } from 'react-i18next';
import type { FeePartsFragment } from '../../gql/communities/graphql.js';
import { useLanguage } from '../../i18n/use-language.js';

/** A day without a time, in the reader's words. */
export function useDayText(): (day: string) => string {
  const { locale } = useLanguage();
  return (day) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** An amount in its currency; nothing where none is noted. */
export function useAmountText(): (fee: Pick<FeePartsFragment, 'amount' | 'currency'>) => string | null {
  const { locale } = useLanguage();
  return ({ amount, currency }) =>
    amount && currency ? new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount)) : null;
}

/** How a fee stands, how much and by when: one line. */
export function FeeLineText({ fee }: { fee: FeePartsFragment | null | undefined }) {
  const { t } = useTranslation('fees');
  const day = useDayText();
  const amount = useAmountText();
  if (!fee) return <span className="ink3">{t('state.NOT_ASKED')}</span>;
  const parts = [t(`state.${fee.state}`), amount(fee), fee.state === 'UNPAID' && fee.dueOn && t('by', { day: day(fee.dueOn) })].filter(
    Boolean,
  );
  return <span className={fee.state === 'UNPAID' ? '' : 'ink2'}>{parts.join(' · ')}</span>;
}
