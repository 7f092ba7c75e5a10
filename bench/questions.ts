import { randomUUID } from 'node:crypto';
import { plainToRichText } from '#content';
import { request } from './connection.js';
import { DEEP, type Size, VIEWERS } from './dataset.js';
import { DOCUMENTS, documentId } from './documents.js';
import { cookieOf, idOf, postNumber } from './ids.js';
import type { Question } from './rounds.js';

/** Whom a question is put to; each has its own way to ask. */
export type Asked = 'ours' | 'bare' | 'apollo';

interface Ours {
  data?: { threads?: { nodes: { id: string }[] }; thread?: Opened; reply?: { id: string; position: number }; goTo?: unknown[] };
}
interface Opened {
  id: string;
  posts: { edges: { node: { id: string; position: number } }[] };
}
interface Bare {
  threads?: { id: string }[];
  thread?: { id: string };
  posts?: { id: string }[];
  post?: { id: string; position: number };
}
interface Apollo {
  data?: { threads?: { id: string }[]; thread?: { id: string; posts: { id: string }[] } };
}

const PERSON = 'id name headline pictureUrl isDemo';
const APOLLO = {
  list: `query ($communityId: ID!) { threads(communityId: $communityId) { id title level createdAt lastPostAt replyCount isClosed unreadCount
    author { ${PERSON} } lastPostBy { ${PERSON} } } }`,
  thread: `query ($id: ID!, $from: Int!) { thread(id: $id) { id title level createdAt lastPostAt replyCount isClosed unreadCount author { ${PERSON} } lastPostBy { ${PERSON} }
    posts(from: $from) { id position author { ${PERSON} } body createdAt editedAt isRemoved reactions { kind count viewerReacted } replyTo { id position excerpt author } } } }`,
};

/** A question to our server: one of the documents it trusts. */
export const oursAsks = (origin: string, person: number, name: keyof typeof DOCUMENTS, variables: object): Buffer =>
  request('POST', '/graphql', { cookie: cookieOf(person), origin }, JSON.stringify({ documentId: documentId(name), variables }));

const apolloAsks = (person: number, query: string, variables: object): Buffer =>
  request('POST', '/', { 'x-person': idOf('person', person) }, JSON.stringify({ query, variables }));

const bareAsks = (person: number, path: string): Buffer => request('GET', path, { 'x-person': idOf('person', person) });

/** The newest 20 of each community, asked by several people; `expected` are their ids in order. */
export function lists(asked: Asked, origin: string, communities: number, expected: (community: number) => string[]): Question[] {
  return pairs(communities, VIEWERS / 4).map(([community, person]) => {
    const id = idOf('community', community);
    const ids = expected(community);
    if (asked === 'bare') {
      return { bytes: bareAsks(person, `/threads/${id}`), wrong: (body) => differ((body as Bare).threads, ids) };
    }
    if (asked === 'apollo') {
      return { bytes: apolloAsks(person, APOLLO.list, { communityId: id }), wrong: (body) => differ((body as Apollo).data?.threads, ids) };
    }
    return {
      bytes: oursAsks(origin, person, 'threads', { communityId: id }),
      wrong: (body) => differ((body as Ours).data?.threads?.nodes, ids),
    };
  });
}

/** Threads of many posts, from a position on. */
export function pages(asked: Asked, origin: string, threads: readonly number[], from: number): Question[] {
  return threads.flatMap((thread) =>
    [1, 2, 3].map((person) => {
      const id = idOf('thread', thread);
      const ids = Array.from({ length: 20 }, (_, i) => idOf('post', postNumber(thread, from + i)));
      if (asked === 'bare') {
        return {
          bytes: bareAsks(person, `/thread/${id}/${from}`),
          wrong: (body: unknown) => differ([(body as Bare).thread ?? { id: '' }, ...((body as Bare).posts ?? [])], [id, ...ids]),
        };
      }
      if (asked === 'apollo') {
        return {
          bytes: apolloAsks(person, APOLLO.thread, { id, from }),
          wrong: (body: unknown) => differ((body as Apollo).data?.thread?.posts, ids),
        };
      }
      return {
        // A quarter of a page around a position lies before it.
        bytes: oursAsks(origin, person, 'thread', { id, around: from === 1 ? 1 : from + 5 }),
        wrong: (body: unknown) => {
          const opened = (body as Ours).data?.thread;
          return differ(opened && [opened, ...opened.posts.edges.map((edge) => edge.node)], [id, ...ids]);
        },
      };
    }),
  );
}

/** The first and a deep page of the thread of 5,000 posts. */
export const deepPages = (origin: string): Record<'deep' | 'first', Question[]> => ({
  first: pages('ours', origin, [DEEP.thread], 1),
  deep: pages('ours', origin, [DEEP.thread], DEEP.posts - 120),
});

/** A reply, to another thread each time, by another person each time. */
export function replies(asked: 'bare' | 'ours', origin: string, size: Size): () => Question {
  let turn = 0;
  return () => {
    turn++;
    // Threads of the short kind: 21 and below are those whose pages are looked at.
    const thread = 22 + ((turn * 7) % (size.threads - 22));
    return replyTo(asked, origin, thread, 1 + (turn % VIEWERS));
  };
}

/** A reply to a thread. */
export function replyTo(asked: 'bare' | 'ours', origin: string, thread: number, person: number): Question {
  const body = plainToRichText('We do it in the same way, and it works. What helped most was to ask people before the first meeting.');
  const id = idOf('thread', thread);
  if (asked === 'bare') {
    return {
      bytes: request('POST', `/reply/${id}`, { 'x-person': idOf('person', person) }, JSON.stringify(body)),
      wrong: (answer) => ((answer as Bare).post?.position ? undefined : 'a reply without a position'),
    };
  }
  return {
    bytes: oursAsks(origin, person, 'reply', { input: { threadId: id, body, mutationKey: randomUUID() } }),
    wrong: (answer) => ((answer as Ours).data?.reply?.position ? undefined : 'a reply without a position'),
  };
}

/** What the quick switcher asks. */
export const searches = (origin: string): Question[] =>
  ['question 7', 'community 3', 'person 12', 'what has worked'].map((text) => ({
    bytes: oursAsks(origin, 1, 'goTo', { text }),
    wrong: (body) => ((body as Ours).data?.goTo?.length ? undefined : 'the quick switcher found nothing'),
  }));

/** One after the other, for ever. */
export function inTurn(questions: readonly Question[]): () => Question {
  let turn = 0;
  return () => questions[turn++ % questions.length] as Question;
}

function pairs(communities: number, people: number): [number, number][] {
  return Array.from({ length: communities * people }, (_, i) => [1 + (i % communities), 1 + Math.floor(i / communities)]);
}

function differ(found: readonly { id: string }[] | undefined, ids: readonly string[]): string | undefined {
  if (found?.length !== ids.length) return `${found?.length ?? 'no'} things instead of ${ids.length}`;
  const at = found.findIndex(({ id }, i) => id !== ids[i]);
  return at < 0 ? undefined : `the wrong thing at place ${at}`;
}
