import { useQuery } from '@apollo/client/react';
import { useLocation, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { PostsDocument, ThreadDocument, type ThreadPartsFragment } from '../gql/discussions/graphql.js';
import { useViewer } from '../shell/viewer.js';
import { OpenThread } from './open-thread.js';
import './discussions.css';
import './kinds/kinds.css';

/** How many posts a thread opens with. */
const pageSize = 20;

/** A conversation, opened where the reader was last time. */
export function ThreadScreen() {
  const { t } = useTranslation('discussions');
  const { threadId } = useParams({ from: '/t/$threadId' });
  const found = useQuery(ThreadDocument, { variables: { id: threadId }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <Page title={found.data?.thread.title ?? t('titles.thread')} key={threadId}>
      <Loaded query={found}>{({ thread }) => <PostsOf thread={thread} />}</Loaded>
    </Page>
  );
}

/** The position that an address ends in: #post-12. */
const positionIn = (hash: string): number | null => {
  const position = Number(/^post-(\d{1,9})$/.exec(hash)?.[1]);
  return position > 0 ? position : null;
};

function PostsOf({ thread }: { thread: ThreadPartsFragment }) {
  const viewer = useViewer();
  const linked = positionIn(useLocation({ select: ({ hash }) => hash }));
  // Where one was is fixed when the page opens: reading on must not move it.
  const [opened] = useState(() => {
    const here =
      thread.lastReadAt && thread.firstUnreadPosition && thread.unreadCount > 0
        ? { position: thread.firstUnreadPosition, at: thread.lastReadAt, count: thread.unreadCount }
        : null;
    const end = thread.replyCount + 1;
    const place = linked ?? here?.position ?? (thread.firstUnreadPosition === null && viewer && end > pageSize ? end : null);
    return { here, place, around: place ?? 1 };
  });
  const posts = useQuery(PostsDocument, {
    variables: { id: thread.id, around: opened.around, first: pageSize },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  return (
    <Loaded query={posts}>
      {({ thread: { posts: page } }) => (
        <OpenThread thread={thread} page={page} here={opened.here} place={opened.place} linked={linked} viewer={viewer} />
      )}
    </Loaded>
  );
}
