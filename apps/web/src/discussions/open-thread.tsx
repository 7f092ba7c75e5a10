import { readingMinutes, type RichTextDocument } from '#content';
import { Button } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import type { JSONContent } from '@tiptap/core';
import { IconArrowDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { VisuallyHidden } from '@mantine/core';
import { Fragment, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GuestLine } from '../communities/guests/guest-list.js';
import { Columns } from '../design/page.js';
import { HereLine } from '../design/small.js';
import { MarkAnswerDocument, MentionableDocument, type PostPageFragment, type ThreadPartsFragment } from '../gql/discussions/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { useWrite } from '../data/use-write.js';
import { useKeys } from '../shell/keys.js';
import type { Viewer } from '../shell/viewer.js';
import { Composer, type ComposerHandle } from './composer.js';
import { hereDay } from './here-day.js';
import { Post } from './post.js';
import type { ShownPost } from './post-list.js';
import { ThreadAside } from './thread-aside.js';
import { ThreadHead } from './thread-head.js';
import { UnsentPost } from './unsent-post.js';
import { useLivePosts } from './use-live-posts.js';
import { useOutbox } from './use-outbox.js';
import { usePlace } from './use-place.js';
import { useReading } from './use-reading.js';

/** Where the reader was when the page opened. */
export type Here = { position: number; at: string; count: number };

/** One's own words are never new, with or without a name. */
const isOwn = (post: ShownPost, viewer: Viewer | null): boolean =>
  post.author ? post.author.id === viewer?.person.id : (post.viewerCan as string[]).includes('EDIT');

/** A thread with its posts: read, heard, answered. */
export function OpenThread({
  thread,
  page,
  here,
  place,
  linked,
  viewer,
}: {
  thread: ThreadPartsFragment;
  page: PostPageFragment;
  here: Here | null;
  place: number | null;
  linked: number | null;
  viewer: Viewer | null;
}) {
  const { t } = useTranslation('discussions');
  const { t: kinds } = useTranslation('kinds');
  const { locale } = useLanguage();
  const client = useApolloClient();
  const posts = useMemo(() => page.edges.map(({ node }) => node), [page.edges]);
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
  const [editing, setEditing] = useState<string | null>(null);
  const [replyTo, setReplyTo] = useState<ShownPost | null>(null);
  const composer = useRef<ComposerHandle>(null);
  const list = useRef<HTMLDivElement>(null);

  const live = useLivePosts(thread, posts, hasNextPage, endCursor, viewer);
  const outbox = useOutbox(thread.id, live);
  const { goTo, loadEarlier, loadLater } = usePlace({ threadId: thread.id, posts, list, startCursor, endCursor, place, here, linked });
  const isMember = !!thread.community.viewerMembership;
  useReading(thread, posts.length, isMember);

  const communityId = thread.community.id;
  const groupId = thread.group?.id ?? null;
  const findPeople = useCallback(
    async (text: string) =>
      (await client.query({ query: MentionableDocument, variables: { communityId, groupId, text } })).data?.mentionable ?? [],
    [client, communityId, groupId],
  );
  const mayReply = thread.viewerCan.includes('REPLY');
  const onReply = useCallback((post: ShownPost | null) => {
    setReplyTo(post);
    setTimeout(() => composer.current?.focus(), 0);
  }, []);

  const focused = () => {
    const position = Number((document.activeElement?.closest('[data-post]') as HTMLElement | null)?.dataset['post']);
    return posts.find((post) => post.position === position) ?? null;
  };
  const step = (by: 1 | -1) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-post]') ?? [])];
    const at = all.findIndex((post) => post.contains(document.activeElement));
    const seen = all.findIndex((post) => post.getBoundingClientRect().bottom > 80);
    const next = all[at < 0 ? seen : Math.max(0, Math.min(all.length - 1, at + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    u: () => here && goTo(here.position),
    r: () => mayReply && onReply(focused()),
    e: () => {
      const post = focused();
      if (post?.viewerCan.includes('EDIT')) setEditing(post.id);
    },
  });

  const answer = useWrite(MarkAnswerDocument);
  const writeAnswer = answer.write;
  const onAnswer = useCallback(
    (postId: string, on: boolean) => void writeAnswer({ threadId: thread.id, postId, on }),
    [writeAnswer, thread.id],
  );
  const marks = thread.viewerCan.includes('MARK_ANSWER');

  const showNew = async () => goTo(await live.showNew(), true);
  const minutes = useMemo(() => {
    const content = posts.flatMap(({ body }) => (body as unknown as RichTextDocument | null)?.content ?? []);
    const read = readingMinutes({ type: 'doc', content });
    return posts.length ? Math.max(1, Math.ceil((read / posts.length) * (thread.replyCount + 1))) : null;
  }, [posts, thread.replyCount]);
  const earlier = (posts[0]?.position ?? 1) - 1;
  const later = Math.max(0, thread.replyCount + 1 - (posts.at(-1)?.position ?? 0));

  return (
    <Columns aside={<ThreadAside thread={thread} viewer={viewer} />}>
      <ThreadHead thread={thread} minutes={minutes} />
      <VisuallyHidden component="h2">{t('thread.posts')}</VisuallyHidden>
      <div ref={list} className="posts">
        {hasPreviousPage && (
          <button type="button" className="earlier" onClick={() => void loadEarlier()}>
            {t('thread.earlier', { count: earlier })}
          </button>
        )}
        {posts.map((post, at) => (
          <Fragment key={post.id}>
            {post.phase && post.phase !== posts[at - 1]?.phase && post.position > 1 && (
              <p className="phaseline small">{kinds('clinic.divider', { phase: kinds(`clinic.phase.${post.phase}`) })}</p>
            )}
            {here?.position === post.position && (
              <HereLine id="here">{t('thread.here', { day: hereDay(here.at, locale), count: here.count })}</HereLine>
            )}
            <Post
              post={post}
              isNew={!!here && post.position >= here.position && !isOwn(post, viewer)}
              isLit={linked === post.position}
              isEditing={editing === post.id}
              mayReply={mayReply}
              isAnswer={post.id === thread.answer?.id}
              mayBeAnswer={marks && post.position > 1 && !post.isRemoved}
              onAnswer={onAnswer}
              isUnnamedThread={thread.level === 'UNATTRIBUTED'}
              findPeople={findPeople}
              onReply={onReply}
              onEdit={setEditing}
            />
            {thread.guests
              .filter(({ afterPosition }) => afterPosition === post.position)
              .map((guest) => (
                <GuestLine key={guest.id} guest={guest} />
              ))}
          </Fragment>
        ))}
        {hasNextPage && (
          <button type="button" className="earlier" onClick={() => void loadLater()}>
            {t('thread.later', { count: Math.max(1, later) })}
          </button>
        )}
        {viewer &&
          outbox.unsent.map((post) => (
            <UnsentPost
              key={post.key}
              body={post.body}
              viewer={viewer}
              isUnattributed={post.isUnattributed}
              failure={post.failure}
              onRetry={() => void outbox.retry(post.key)}
              onBack={() => {
                outbox.drop(post.key);
                composer.current?.takeBack(post.body);
              }}
            />
          ))}
      </div>
      <div className="newbar" role="status">
        {live.newCount > 0 && (
          <Button leftSection={<IconArrowDown size={17} aria-hidden />} onClick={() => void showNew()}>
            {t('thread.newReplies', { count: live.newCount })}
          </Button>
        )}
      </div>
      {mayReply && viewer ? (
        <Composer
          thread={thread}
          personId={viewer.person.id}
          replyTo={replyTo}
          onForgetReplyTo={() => setReplyTo(null)}
          findPeople={findPeople}
          onSend={(body: JSONContent, replyToId, isUnattributed) => {
            void outbox.send(body, replyToId, isUnattributed);
            // What was just said is seen where it stands, above the empty field.
            setTimeout(() => list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' }), 0);
          }}
          handle={composer}
        />
      ) : (
        !thread.isClosed && (
          <p className="composer ink2">
            {viewer ? t('thread.joinFirst') : t('thread.signInFirst')}{' '}
            {viewer ? (
              <Link to="/c/$slug" params={{ slug: thread.community.slug }}>
                <bdi>{thread.community.name}</bdi>
              </Link>
            ) : (
              <Link to="/sign-in" search={{ returnTo: `/t/${thread.id}` }}>
                {t('thread.signIn')}
              </Link>
            )}
          </p>
        )
      )}
    </Columns>
  );
}
