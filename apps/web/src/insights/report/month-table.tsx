import { useTranslation } from 'react-i18next';
import type { ReportPartsFragment } from '../../gql/insights/graphql.js';
import { instantText } from '../../i18n/instants.js';
import { Scrolling } from '../../design/scrolling.js';
import { useLanguage } from '../../i18n/use-language.js';

const columns = ['threads', 'replies', 'sessions', 'joined', 'left'] as const;

/** The rhythm, month by month, with a bar of how lively each was. */
export function MonthTable({ months }: { months: ReportPartsFragment['months'] }) {
  const { t } = useTranslation('report');
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  const lively = months.map(({ threads, replies }) => threads + replies);
  const most = Math.max(1, ...lively);
  return (
    <section className="stack g2">
      <h3 id="months">{t('months.title')}</h3>
      <Scrolling className="monthtable" label={t('months.title')}>
        <table className="small">
          <thead>
            <tr>
              <th scope="col">{t('months.month')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`figure.${column}`)}
                </th>
              ))}
              <th scope="col" aria-hidden className="monthbars" />
            </tr>
          </thead>
          <tbody>
            {months.map((month, at) => (
              <tr key={month.begins}>
                <th scope="row">{instantText(new Date(month.begins), 'month', locale, 'UTC')}</th>
                {columns.map((column) => (
                  <td key={column} className="num">
                    {month[column] === null ? t('hidden') : number.format(month[column])}
                  </td>
                ))}
                <td aria-hidden className="monthbars">
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="flip">
                    <rect width={((lively[at] ?? 0) / most) * 100} height="8" className="bar" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  );
}
