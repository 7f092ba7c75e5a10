import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forget } from '../data/connections.js';
import { useCall } from '../data/use-call.js';
import { WriteTrouble } from '../design/states.js';
import { CreateCalendarFeedDocument, RevokeCalendarFeedDocument, SettingsDocument, type SettingsQuery } from '../gql/people/graphql.js';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { ShownOnce } from './shown-once.js';

/** My sessions in my own calendar: a secret address that can be taken back. */
export function CalendarSection({ feeds }: { feeds: SettingsQuery['calendarFeeds'] }) {
  const { t } = useTranslation('people');
  const { locale } = useLanguage();
  const [url, setUrl] = useState<string | null>(null);
  const create = useCall(CreateCalendarFeedDocument);
  const revoke = useCall(RevokeCalendarFeedDocument);
  const subscribe = async () => {
    const data = await create.call(
      {},
      {
        update: (cache, { createCalendarFeed: { feed } }) =>
          cache.updateQuery({ query: SettingsDocument }, (kept) => kept && { ...kept, calendarFeeds: [...kept.calendarFeeds, feed] }),
      },
    );
    if (data) setUrl(data.createCalendarFeed.url);
  };
  return (
    <section aria-labelledby="settings-calendar">
      <h2 id="settings-calendar">{t('settings.calendar')}</h2>
      <p className="ink2">{t('settings.calendarWhy')}</p>
      {url && <ShownOnce label={t('settings.calendarAddress')} secret={url} why={t('settings.shownOnce')} />}
      <ul className="plain">
        {feeds.map(({ id, createdAt, lastFetchedAt }) => (
          <li key={id} className="rowline settingrow">
            <span>
              {t('settings.madeOn', { date: instantText(new Date(createdAt), 'day', locale) })}
              <span className="small ink2" style={{ display: 'block' }}>
                {lastFetchedAt
                  ? t('settings.lastUsed', { date: instantText(new Date(lastFetchedAt), 'dayAndTime', locale) })
                  : t('settings.neverUsed')}
              </span>
            </span>
            <Button
              variant="default"
              onClick={() => {
                setUrl(null);
                void revoke.call({ feedId: id }, { update: (cache) => forget(cache, 'CalendarFeed', id) });
              }}
            >
              {t('settings.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <WriteTrouble failure={create.failure ?? revoke.failure} />
      <div>
        <Button variant="default" loading={create.isWriting} onClick={() => void subscribe()}>
          {t('settings.newCalendar')}
        </Button>
      </div>
    </section>
  );
}
