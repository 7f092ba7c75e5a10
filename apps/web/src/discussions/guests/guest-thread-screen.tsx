import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconEye, IconLock } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RichText } from '../../content/rich-text.js';
import { useRoom } from '../../data/use-room.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { RelativeTime } from '../../design/small.js';
import { Empty } from '../../design/states.js';
import { PersonFace } from '../../design/who.js';
import { GuestThreadDocument, type GuestThreadQuery } from '../../gql/discussions/graphql.js';
import { instantText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';
import '../discussions.css';
import '../../communities/guests/guests.css';

type Shown = GuestThreadQuery['guestThread'];

/** One discussion as a guest observer sees it: what was said with a name since the invitation, to be read and nothing more. */
export function GuestThreadScreen() {
  const { t } = useTranslation('guests');
  const { threadId } = useParams({ from: '/guest/t/$threadId' });
  const found = useQuery(GuestThreadDocument, { variables: { id: threadId }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const again = () => void found.refetch().catch(() => undefined);
  // The room tells ids alone; when the right is lost, the page asks again and is told that there is nothing.
  useRoom(`guest-thread:${threadId}`, again, again, again);
  return (
    <Page title={found.data?.guestThread.title ?? t('title')} size="narrow" key={threadId}>
      <Loaded query={found}>
        {({ guestThread }) => (
          <>
            <GuestHead thread={guestThread} />
            <Posts thread={guestThread} />
            {guestThread.posts.pageInfo.hasNextPage && (
              <Button
                variant="default"
                loading={found.loading}
                onClick={() => void found.fetchMore({ variables: { after: guestThread.posts.pageInfo.endCursor } })}
              >
                {t('thread.more')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function GuestHead({ thread }: { thread: Shown }) {
  const { t } = useTranslation('guests');
  const { locale } = useLanguage();
  const { title, communityName, name, organisation, since, until, isClosed } = thread;
  const day = (at: string) => instantText(new Date(at), 'day', locale);
  return (
    <header className="stack g3">
      <p className="small ink2">{t('place.THREAD', { community: communityName })}</p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <div className="well small stack g2">
        <p className="flex">
          <IconEye size={17} aria-hidden />
          <b>{t('thread.badge')}</b>
        </p>
        <p>{t('thread.note', { name, organisation, since: day(since), until: day(until) })}</p>
      </div>
      {isClosed && (
        <p className="small flex ink2">
          <IconLock size={17} aria-hidden />
          {t('thread.closed')}
        </p>
      )}
    </header>
  );
}

function Posts({ thread }: { thread: Shown }) {
  const { t } = useTranslation('guests');
  const posts = thread.posts.nodes;
  if (posts.length === 0) return <Empty title={t('thread.nothing')}>{t('thread.nothingWhy')}</Empty>;
  return (
    <div className="posts">
      {posts.map(({ id, position, author, body, createdAt }) => (
        <article key={id} className="post" aria-labelledby={`by-${position}`}>
          <PersonFace name={author.name} pictureUrl={author.pictureUrl} />
          <div className="grow stack g2">
            <header className="posthead">
              <b id={`by-${position}`}>
                <bdi>{author.name}</bdi>
              </b>
              {author.headline && (
                <span className="small ink2" dir="auto">
                  {author.headline}
                </span>
              )}
              <span className="small ink2">
                <RelativeTime at={createdAt} />
              </span>
            </header>
            <RichText body={body} />
          </div>
        </article>
      ))}
    </div>
  );
}
