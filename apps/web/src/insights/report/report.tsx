import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommunityHead } from '../../communities/community-frame.js';
import type { ReportPartsFragment } from '../../gql/insights/graphql.js';
import { dayText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';
import { useKeyName, propertyOf } from '../mix-section.js';
import { Figures } from './figures.js';
import { MonthTable } from './month-table.js';
import { Notes } from './notes.js';

/** The sheet itself: what is printed and taken along. */
export function Report({ report, community, ref }: { report: ReportPartsFragment; community: CommunityHead; ref: Ref<HTMLElement> }) {
  const { t } = useTranslation('report');
  const { locale } = useLanguage();
  const { from, until, isOpen, numbers } = report;
  return (
    <article className="report" ref={ref}>
      <header className="reporthead">
        <p className="small ink2">{t('of')}</p>
        <h2 className="record">
          <bdi>{community.name}</bdi>
        </h2>
        <p>
          <bdi>{dayText(from, locale)}</bdi> – <bdi>{dayText(until, locale)}</bdi>
          {isOpen && <span className="ink2"> · {t('soFar')}</span>}
        </p>
      </header>
      <Words report={report} communityId={community.id} />
      <Figures numbers={numbers} />
      <MonthTable months={report.months} />
      <Missing report={report} />
      <Items title={t('items.positions')} items={report.publishedPositions} path={(id) => `/positions/${id}/public`} />
      <Items title={t('items.sessions')} items={report.openSessions} path={(id) => `/s/${id}`} />
      <footer className="tiny ink2">
        <p>{t('few')}</p>
        <p>{t('leftOut')}</p>
      </footer>
    </article>
  );
}

function Words({ report, communityId }: { report: ReportPartsFragment; communityId: string }) {
  const year = Number(report.until.slice(0, 4));
  return <Notes key={year} year={year} notes={report.notes} communityId={communityId} mayWrite={report.viewerMayWrite} />;
}

/** Who is missing today, by what the community wishes. */
function Missing({ report: { missing } }: { report: ReportPartsFragment }) {
  const { t } = useTranslation(['report', 'insights']);
  if (missing.length === 0) return null;
  return (
    <section className="stack g2">
      <h3>{t('missing.title')}</h3>
      <ul>
        {missing.map((gap) => (
          <Gap key={`${gap.mix} ${gap.key}`} gap={gap} />
        ))}
      </ul>
    </section>
  );
}

function Gap({ gap: { mix, key, wishedPercent } }: { gap: ReportPartsFragment['missing'][number] }) {
  const { t } = useTranslation(['report', 'insights']);
  const { locale } = useLanguage();
  const name = useKeyName(propertyOf(mix));
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(wishedPercent / 100);
  return <li>{t('missing.of', { mix: t(`insights:mixes.${mix}`), name: name(key), percent })}</li>;
}

function Items({ title, items, path }: { title: string; items: ReportPartsFragment['openSessions']; path: (id: string) => string }) {
  const { locale } = useLanguage();
  if (items.length === 0) return null;
  return (
    <section className="stack g2">
      <h3>{title}</h3>
      <ul className="plain reportitems">
        {items.map(({ id, title: item, at }) => (
          <li key={id}>
            <span className="ink2 small">{dayText(at, locale)}</span>
            <a className="quiet" href={path(id)} dir="auto">
              {item}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
