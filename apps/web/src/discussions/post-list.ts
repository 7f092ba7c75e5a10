import type { ApolloCache, Reference } from '@apollo/client';
import { PostPartsFragmentDoc, type PostPartsFragment } from '../gql/discussions/graphql.js';

/** A post as the thread shows it. */
export type ShownPost = PostPartsFragment;

/** A post as its room tells it: nothing in it belongs to one viewer. */
export type HeardPost = Omit<ShownPost, 'viewerCan' | 'reactions' | 'body'> & {
  body?: unknown;
  reactions: { kind: string; count: number }[];
};

type Kept = { edges?: { node: Reference }[]; pageInfo?: { hasNextPage?: boolean } };

/** Puts posts at the end of a thread that is loaded up to there; those that stand there already stay. */
export const appendPosts = (cache: ApolloCache, threadId: string, posts: ShownPost[]): void => {
  const nodes = posts.map((data) => cache.writeFragment({ fragment: PostPartsFragmentDoc, fragmentName: 'PostParts', data })!);
  cache.modify({
    id: cache.identify({ __typename: 'Thread', id: threadId })!,
    fields: {
      posts: (value) => {
        const kept = value as unknown as Kept;
        const there = new Set(kept.edges?.map(({ node }) => node.__ref));
        const added = nodes.filter(({ __ref }) => !there.has(__ref)).map((node) => ({ __typename: 'PostEdge', node }));
        return { ...kept, edges: [...(kept.edges ?? []), ...added] } as never;
      },
    },
  });
};

/** What a heard post changes of one that is shown; the viewer's own parts stay. */
export const changePost = (cache: ApolloCache, heard: Partial<HeardPost> & { id: string }): void => {
  const id = cache.identify({ __typename: 'Post', id: heard.id })!;
  const { reactions, body, editedAt, isRemoved } = heard;
  cache.modify({
    id,
    fields: {
      ...(body !== undefined && { body: () => body as never }),
      ...(editedAt !== undefined && { editedAt: () => editedAt as never }),
      ...(isRemoved !== undefined && { isRemoved: () => isRemoved as never }),
      ...(reactions && {
        reactions: (value: unknown) => {
          const before = new Map((value as ShownPost['reactions']).map((reaction) => [reaction.kind as string, reaction.viewerReacted]));
          return reactions.map(({ kind, count }) => ({
            __typename: 'Reaction',
            kind,
            count,
            viewerReacted: before.get(kind) ?? false,
          })) as never;
        },
      }),
    },
  });
};

/** A heard post with the parts of this viewer: what someone else has just written, nobody here can have answered yet. */
export const shownPost = (heard: HeardPost, viewer: { isMember: boolean; leads: boolean; isAuthor: boolean }): ShownPost =>
  ({
    ...heard,
    body: heard.body ?? null,
    editedAt: heard.editedAt ?? null,
    voice: heard.voice ?? null,
    phase: heard.phase ?? null,
    replyTo: heard.replyTo ?? null,
    reactions: heard.reactions.map(({ kind, count }) => ({ __typename: 'Reaction' as const, kind, count, viewerReacted: false })),
    viewerCan: [
      'READ',
      ...(viewer.isMember ? ['REACT'] : []),
      ...(viewer.isAuthor ? ['EDIT'] : []),
      ...(viewer.isAuthor || viewer.leads ? ['REMOVE'] : []),
    ],
  }) as ShownPost;
