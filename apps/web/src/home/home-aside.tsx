import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateTile, UnreadDot } from '../design/small.js';
import type { HomeQuery } from '../gql/home/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { spanText } from '../peer-learning/session-words.js';
import { useOwnZone } from '../shell/own-zone.js';

/** What comes next in the calendar, and what is new in the talk. */
export function HomeAside({ home: { nextSession, newThreads } }: { home: HomeQuery['home'] }) {
  const { t } = useTranslation('home');
  const { locale } = useLanguage();
  const zone = useOwnZone();
  const lastHere = newThreads
    .map(({ lastReadAt }) => lastReadAt)
    .filter((at) => at !== null)
    .toSorted()
    .at(-1);
  return (
    <>
      <section>
        <h2 className="label">{t('aside.next')}</h2>
        {nextSession ? (
          <div className="flex top nextsession">
            <DateTile at={nextSession.startsAt} timeZone={zone} />
            <div className="stack g1">
              <h3>
                <Link to="/s/$sessionId" params={{ sessionId: nextSession.id }} className="quiet">
                  <bdi>{nextSession.title}</bdi>
                </Link>
              </h3>
              <p className="small ink2">
                <time dateTime={nextSession.startsAt}>{spanText(nextSession.startsAt, nextSession.endsAt, locale, zone)}</time>
                {nextSession.place && (
                  <>
                    {' · '}
                    <bdi>{nextSession.place}</bdi>
                  </>
                )}
              </p>
              {nextSession.viewerSeat?.state === 'TAKEN' && <p className="small">{t('aside.seat')}</p>}
            </div>
          </div>
        ) : (
          <p className="small ink2">
            {t('aside.noSession')} <Link to="/calendar">{t('aside.calendar')}</Link>
          </p>
        )}
      </section>
      <section>
        <h2 className="label">
          {lastHere
            ? t('aside.since', {
                day: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(
                  new Date(lastHere),
                ),
              })
            : t('aside.sinceUnknown')}
        </h2>
        {newThreads.length === 0 ? (
          <p className="small ink2">{t('aside.noThreads')}</p>
        ) : (
          <ul className="plain newthreads">
            {newThreads.map(({ id, title, unreadCount, community }) => (
              <li key={id} className="flex top">
                <UnreadDot />
                <span className="grow">
                  <Link to="/t/$threadId" params={{ threadId: id }} className="quiet">
                    <b>
                      <bdi>{title}</bdi>
                    </b>
                  </Link>
                  <span className="tiny ink3" style={{ display: 'block' }}>
                    <bdi>{community.name}</bdi>
                  </span>
                </span>
                <span className="tiny ink2 nowrap">{t('aside.new', { count: unreadCount })}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
