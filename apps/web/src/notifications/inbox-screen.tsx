import { useQuery } from '@apollo/client/react';
import { Button, SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../data/use-call.js';
import { useRoom } from '../data/use-room.js';
import { GuestPlacesLink } from '../communities/guests/guest-places-link.js';
import { AsksLink } from '../discussions/audience/asks-link.js';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Page } from '../design/page.js';
import { Empty, WriteTrouble } from '../design/states.js';
import { InboxDocument, MarkNotificationsReadDocument, type NotificationPartsFragment } from '../gql/notifications/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { useNow } from '../i18n/use-now.js';
import { addDays, dayOf, dayText } from '../peer-learning/days.js';
import { useItemKeys } from '../peer-learning/item-keys.js';
import { useKeys } from '../shell/keys.js';
import { useOwnZone } from '../shell/own-zone.js';
import { useViewer } from '../shell/viewer.js';
import { NoticeRow } from './notice-row.js';
import { markRead } from './reading.js';
import './notifications.css';

/** What came for me, day by day, each with its reason. */
export function InboxScreen() {
  const { t } = useTranslation('notifications');
  const { show } = useSearch({ from: '/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const viewer = useViewer();
  const unreadOnly = show === 'unread';
  const inbox = useQuery(InboxDocument, { variables: { unreadOnly, first: 30 } });
  const read = useCall(MarkNotificationsReadDocument);
  useRoom(
    viewer && `person:${viewer.person.id}`,
    ({ kind }) => kind === 'inbox-changed' && void inbox.refetch(),
    () => undefined,
  );
  useItemKeys();
  useKeys({ u: () => document.querySelector<HTMLElement>('#main [data-unread]')?.focus() });
  const unread = viewer?.unreadNotificationCount ?? 0;
  const readAll = () => void read.call({ all: true }, { update: (cache) => markRead(cache, inbox.data?.notifications.nodes ?? [], 'all') });
  return (
    <Page title={t('titles.inbox')} size="narrow">
      <div className="flex between wrap inboxhead">
        <div>
          <h1>{t('titles.inbox')}</h1>
          <p className="small ink2" aria-live="polite">
            {unread > 0 ? t('unread', { count: unread }) : t('allRead')}
          </p>
        </div>
        {unread > 0 && (
          <Button variant="default" loading={read.isWriting} onClick={readAll}>
            {t('readAll')}
          </Button>
        )}
      </div>
      <AsksLink />
      <GuestPlacesLink />
      <SegmentedControl
        aria-label={t('which')}
        value={unreadOnly ? 'unread' : 'all'}
        onChange={(chosen) => void navigate({ search: chosen === 'unread' ? { show: 'unread' } : {}, replace: true })}
        data={[
          { value: 'all', label: t('showAll') },
          { value: 'unread', label: t('showUnread') },
        ]}
      />
      <WriteTrouble failure={read.failure} />
      <Loaded query={inbox} shape="list">
        {({ notifications: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty
              title={unreadOnly ? t('noneUnread') : t('none')}
              action={
                <Button component={Link} to="/settings" variant="default">
                  {t('whatReaches')}
                </Button>
              }
            >
              {t('noneWhy')}
            </Empty>
          ) : (
            <>
              <Days notices={nodes} />
              <More query={inbox} pageInfo={pageInfo} />
              <p className="small ink2">
                <Link to="/settings">{t('whatReaches')}</Link>
              </p>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Today, yesterday, and then by date, in my own zone. */
function Days({ notices }: { notices: NotificationPartsFragment[] }) {
  const { t } = useTranslation('notifications');
  const { locale } = useLanguage();
  const zone = useOwnZone();
  const today = dayOf(useNow(), zone);
  const days = new Map<string, NotificationPartsFragment[]>();
  for (const notice of notices) {
    const day = dayOf(new Date(notice.createdAt), zone);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  const nameOf = (day: string) =>
    day === today
      ? t('today')
      : day === addDays(today, -1)
        ? t('yesterday')
        : dayText(day, { weekday: 'long', day: 'numeric', month: 'long' }, locale);
  return (
    <div className="inboxdays">
      {[...days].map(([day, those]) => (
        <section key={day}>
          <h2 className="label">{nameOf(day)}</h2>
          <ul className="plain">
            {those.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
