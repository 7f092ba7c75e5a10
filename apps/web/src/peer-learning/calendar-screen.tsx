import { useQuery } from '@apollo/client/react';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../data/use-room.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { CalendarDocument, WhereIMeetDocument } from '../gql/peer-learning/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { useNow } from '../i18n/use-now.js';
import { useKeys } from '../shell/keys.js';
import { useOwnZone } from '../shell/own-zone.js';
import { CalendarFeeds } from './calendar-feeds.js';
import { CalendarHead } from './calendar-head.js';
import { CalendarList } from './calendar-list.js';
import { CalendarMonth } from './calendar-month.js';
import { addDays, addMonths, dayOf, dayText, isMonth, startOfDay, weekOf, weeksOf } from './days.js';
import { useItemKeys } from './item-keys.js';
import './calendar.css';
import './peer-learning.css';
import './sessions.css';

/** When is what, in my communities and in my zone: a month or a list, both in the address. */
export function CalendarScreen() {
  const { t } = useTranslation('peer-learning');
  const { locale } = useLanguage();
  const zone = useOwnZone();
  const search = useSearch({ from: '/calendar' });
  const navigate = useNavigate({ from: '/calendar' });
  const isNarrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [isSubscribing, setSubscribing] = useState(false);
  const today = dayOf(useNow(), zone);
  const month = isMonth(search.month) ? search.month : today.slice(0, 7);
  const view = search.view === 'month' || search.view === 'list' ? search.view : isNarrow ? 'list' : 'month';
  const weeks = weeksOf(month, weekOf(locale).firstDay);
  const isNow = month === today.slice(0, 7);

  const mine = useQuery(WhereIMeetDocument);
  const memberships = mine.data?.viewer?.memberships ?? [];
  const chosen = memberships.find(({ community }) => community.slug === search.community)?.community;
  // The list of the present month looks five weeks ahead, so that the last days of a month do not stand alone.
  const lastShown = weeks.at(-1)!.at(-1)!;
  const ahead = addDays(today, 35);
  const last = isNow && ahead > lastShown ? ahead : lastShown;
  const from = startOfDay(weeks[0]![0]!, zone).toISOString();
  const to = startOfDay(addDays(last, 1), zone).toISOString();
  const sessions = useQuery(CalendarDocument, {
    variables: { from, to, communityId: chosen?.id ?? null },
    skip: !!search.community && mine.loading && !mine.data,
  });
  const { fetchMore } = sessions;
  const pageInfo = sessions.data?.sessions.pageInfo;
  useEffect(() => {
    // A calendar with holes would be worse than a slow one.
    if (pageInfo?.hasNextPage) void fetchMore({ variables: { after: pageInfo.endCursor } });
  }, [pageInfo?.hasNextPage, pageInfo?.endCursor, fetchMore]);

  const go = (changed: { view?: string; month?: string; community?: string }, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace });
  const toMonth = (wanted: string) => go({ month: wanted === today.slice(0, 7) ? undefined : wanted });
  useKeys({ t: () => toMonth(today.slice(0, 7)) });
  useItemKeys();

  const title = dayText(`${month}-15`, { month: 'long', year: 'numeric' }, locale);
  return (
    <Page title={t('titles.calendar')} size="wide">
      {memberships.map(({ community }) => (
        <Watch key={community.id} communityId={community.id} onNews={() => void sessions.refetch()} />
      ))}
      <CalendarHead
        title={title}
        zone={zone}
        view={view}
        memberships={memberships}
        chosen={chosen?.slug}
        isSubscribing={isSubscribing}
        onSubscribe={() => setSubscribing((is) => !is)}
        onView={(wanted) => go({ view: wanted }, true)}
        onCommunity={(slug) => go({ community: slug || undefined }, true)}
        onEarlier={() => toMonth(addMonths(month, -1))}
        onToday={() => toMonth(today.slice(0, 7))}
        onLater={() => toMonth(addMonths(month, 1))}
      />
      {isSubscribing && <CalendarFeeds className="well feeds" />}
      {/* The grid of the former month stays until the new one is there, so that the keyboard keeps its place. */}
      <Loaded query={{ ...sessions, data: sessions.data ?? sessions.previousData }} shape="list">
        {({ sessions: { nodes } }) =>
          view === 'month' ? (
            <CalendarMonth
              label={title}
              sessions={nodes}
              weeks={weeks}
              month={month}
              today={today}
              zone={zone}
              isNarrow={isNarrow}
              onMonth={toMonth}
            />
          ) : (
            <CalendarList sessions={nodes} month={month} today={today} zone={zone} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** Hears when something is scheduled in one community. */
function Watch({ communityId, onNews }: { communityId: string; onNews: () => void }) {
  useRoom(
    `community:${communityId}`,
    ({ kind }) => kind === 'session-scheduled' && onNews(),
    () => undefined,
  );
  return null;
}
