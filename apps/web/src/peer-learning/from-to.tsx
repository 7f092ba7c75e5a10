import { useTranslation } from 'react-i18next';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { useOwnZone } from '../shell/own-zone.js';

const named = ['title', 'startsAt', 'timeZone', 'durationMinutes', 'place', 'seats', 'host'] as const;
type Named = (typeof named)[number];

/** One change of a session: from what to what, instants in my own zone. What is long or secret only says that it changed. */
export function FromTo({ change: { field, before, after } }: { change: { field: string; before: string | null; after: string | null } }) {
  const { t } = useTranslation('peer-learning');
  const { locale } = useLanguage();
  const zone = useOwnZone();
  if (field === 'state') return <span>{t('changes.cancelled')}</span>;
  if (field === 'description') return <span>{t('changes.description')}</span>;
  if (field === 'link') return <span>{t('changes.link')}</span>;
  if (!named.includes(field as Named)) return <span>{t('changes.other')}</span>;
  const shown = (value: string | null) => {
    if (value === null || value === '') return t('changes.nothing');
    if (field === 'startsAt') return instantText(new Date(value), 'dayAndTime', locale, zone);
    if (field === 'durationMinutes') return t('minutes', { count: Number(value) });
    if (field === 'seats') return new Intl.NumberFormat(locale).format(Number(value));
    return value;
  };
  return <span>{t(`changes.${field as Named}`, { before: shown(before), after: shown(after) })}</span>;
}
