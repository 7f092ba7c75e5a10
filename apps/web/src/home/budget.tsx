import { useTranslation } from 'react-i18next';
import type { AskPartsFragment } from '../gql/home/graphql.js';
import { useLanguage } from '../i18n/use-language.js';

const least = 10;

/** The ruler of ten minutes: asks are its segments, what is left over stays white and is the reader's own. */
export function Budget({ asks }: { asks: AskPartsFragment[] }) {
  const { t } = useTranslation('home');
  const { locale } = useLanguage();
  const used = asks.reduce((sum, { minutes }) => sum + minutes, 0);
  const whole = Math.max(least, Math.ceil(used / 2) * 2);
  const left = whole - used;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  return (
    <div className="budgetbox">
      <div className="budget" aria-hidden>
        {asks.map(({ id, kind, minutes }, i) => (
          <div key={id} className="seg" style={{ flex: `${minutes} 1 0` }}>
            <b>{number(i + 1)}</b> {minutes > 1 && <span className="only-wide">{t(`short.${kind}`)}</span>}
          </div>
        ))}
        {left > 0 && (
          <div className="seg free" style={{ flex: `${left} 1 0` }}>
            <span className="only-wide">{left > 1 ? t('leftForYou', { count: left }) : t('left', { count: left })}</span>
            <span className="only-phone">{t('left', { count: left })}</span>
          </div>
        )}
      </div>
      <div className="ticks num" aria-hidden>
        {Array.from({ length: 6 }, (_, i) => (
          <span key={i}>{number((whole / 5) * i)}</span>
        ))}
      </div>
      <p className="ink2 small">{t('tenMinutes')}</p>
    </div>
  );
}
