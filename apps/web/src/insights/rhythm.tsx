import { useTranslation } from 'react-i18next';
import type { HealthPartsFragment } from '../gql/insights/graphql.js';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

interface Series {
  name: string;
  values: (number | null)[];
}

/** Small bars of one series, the axis named at both ends; a table with every number stands beside them. */
function Bars({ series, from, to }: { series: Series; from: string; to: string }) {
  const { locale } = useLanguage();
  const most = Math.max(1, ...series.values.map((value) => value ?? 0));
  const width = 100 / series.values.length;
  return (
    <figure className="bars">
      <figcaption className="small">
        <b>{series.name}</b> <span className="ink2 num">≤ {new Intl.NumberFormat(locale).format(most)}</span>
      </figcaption>
      <svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden className="flip">
        {series.values.map((value, i) => (
          <rect
            key={i}
            x={i * width + width * 0.12}
            width={width * 0.76}
            y={30 - Math.max(0.6, ((value ?? 0) / most) * 30)}
            height={Math.max(0.6, ((value ?? 0) / most) * 30)}
            className={value === null ? 'barfew' : 'bar'}
          />
        ))}
      </svg>
      <div className="tiny ink2 flex between" aria-hidden>
        <span>{from}</span>
        <span>{to}</span>
      </div>
    </figure>
  );
}

function Plots({ series, begins, style, heading }: { series: Series[]; begins: string[]; style: 'day' | 'month'; heading: string }) {
  const { t } = useTranslation('insights');
  const { locale } = useLanguage();
  const label = (at: string | undefined) => (at ? instantText(new Date(at), style, locale, 'UTC') : '');
  const number = new Intl.NumberFormat(locale);
  return (
    <>
      <div className="plots">
        {series.map((one) => (
          <Bars key={one.name} series={one} from={label(begins[0])} to={label(begins.at(-1))} />
        ))}
      </div>
      <details className="small">
        <summary>{t('numbers')}</summary>
        <div className="plottable">
          <table>
            <thead>
              <tr>
                <th scope="col">{heading}</th>
                {series.map(({ name }) => (
                  <th key={name} scope="col" className="num">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {begins.map((at, i) => (
                <tr key={at}>
                  <th scope="row">{label(at)}</th>
                  {series.map(({ name, values }) => (
                    <td key={name} className="num">
                      {values[i] === null ? t('mixes.few') : number.format(values[i] ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

/** Discussions, posts and sessions a week. */
export function Weeks({ weeks }: { weeks: HealthPartsFragment['weeks'] }) {
  const { t } = useTranslation('insights');
  return (
    <section aria-labelledby="rhythm" className="stack g3">
      <h2 id="rhythm">{t('rhythm.title')}</h2>
      <Plots
        heading={t('rhythm.week')}
        style="day"
        begins={weeks.map(({ begins }) => begins)}
        series={(['posts', 'threads', 'sessions'] as const).map((key) => ({
          name: t(`rhythm.${key}`),
          values: weeks.map((week) => week[key]),
        }))}
      />
    </section>
  );
}

/** Who came and went a month. */
export function Months({ months }: { months: HealthPartsFragment['months'] }) {
  const { t } = useTranslation('insights');
  return (
    <section aria-labelledby="flow" className="stack g3">
      <h2 id="flow">{t('flow.title')}</h2>
      <Plots
        heading={t('flow.month')}
        style="month"
        begins={months.map(({ begins }) => begins)}
        series={(['joined', 'left'] as const).map((key) => ({ name: t(`flow.${key}`), values: months.map((month) => month[key]) }))}
      />
      <p className="tiny ink2">{t('mixes.fewWhy')}</p>
    </section>
  );
}
