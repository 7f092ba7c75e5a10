import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forget } from '../data/connections.js';
import { useCall } from '../data/use-call.js';
import { WriteTrouble } from '../design/states.js';
import { CalendarFeedsDocument, SubscribeToCalendarDocument, UnsubscribeFromCalendarDocument } from '../gql/peer-learning/graphql.js';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { ShownOnce } from '../people/shown-once.js';

/** My sessions in my own calendar program: a secret address, shown once, that can be taken back. */
export function CalendarFeeds({ className = '' }: { className?: string }) {
  const { t } = useTranslation('peer-learning');
  const { locale } = useLanguage();
  const { data } = useQuery(CalendarFeedsDocument);
  const [url, setUrl] = useState<string | null>(null);
  const create = useCall(SubscribeToCalendarDocument);
  const revoke = useCall(UnsubscribeFromCalendarDocument);
  const subscribe = async () => {
    const made = await create.call(
      {},
      {
        update: (cache, { createCalendarFeed: { feed } }) =>
          cache.updateQuery(
            { query: CalendarFeedsDocument },
            (kept) => kept && { ...kept, calendarFeeds: [...kept.calendarFeeds.filter(({ id }) => id !== feed.id), feed] },
          ),
      },
    );
    if (made) setUrl(made.createCalendarFeed.url);
  };
  const day = (at: string) => instantText(new Date(at), 'day', locale);
  const feeds = data?.calendarFeeds ?? [];
  return (
    <section className={`stack g3 ${className}`} aria-labelledby="feeds">
      <h2 id="feeds">{t('feeds.title')}</h2>
      <p className="small ink2 measure">{t('feeds.why')}</p>
      {url && <ShownOnce label={t('feeds.address')} secret={url} why={t('feeds.once')} />}
      {feeds.length > 0 && (
        <ul className="plain small">
          {feeds.map(({ id, createdAt, lastFetchedAt }) => (
            <li key={id} className="rowline flex between wrap" style={{ paddingBlock: '0.5rem' }}>
              <span>
                {t('feeds.made', { date: day(createdAt) })}
                {' · '}
                {lastFetchedAt ? t('feeds.used', { date: day(lastFetchedAt) }) : t('feeds.unused')}
              </span>
              <Button
                variant="default"
                onClick={() => {
                  setUrl(null);
                  void revoke.call({ feedId: id }, { update: (cache) => forget(cache, 'CalendarFeed', id) });
                }}
              >
                {t('feeds.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <WriteTrouble failure={create.failure ?? revoke.failure} />
      <div>
        <Button variant="default" loading={create.isWriting} onClick={() => void subscribe()}>
          {t('feeds.create')}
        </Button>
      </div>
    </section>
  );
}
