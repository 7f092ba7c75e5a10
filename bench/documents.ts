import { createHash } from 'node:crypto';

const PERSON = 'id name headline pictureUrl isDemo';
const THREAD = `id title level createdAt lastPostAt replyCount isClosed unreadCount firstUnreadPosition author { ${PERSON} } lastPostBy { ${PERSON} }`;
const POST = `id threadId position author { ${PERSON} } body createdAt editedAt isRemoved reactions { kind count viewerReacted } viewerCan
  replyTo { id position excerpt author { id name } }`;

/** What the web client's screens ask for: the list of a community, a thread as it is opened, sending a reply, the quick switcher. */
export const DOCUMENTS = {
  threads: `query Threads($communityId: ID!) { threads(communityId: $communityId, first: 20) { nodes { ${THREAD} } pageInfo { hasNextPage endCursor } } }`,
  thread: `query Thread($id: ID!, $around: Int) { thread(id: $id) { ${THREAD} lastReadAt isFollowed viewerCan participantCount
    posts(first: 20, around: $around) { edges { node { ${POST} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
  reply: `mutation Reply($input: ReplyInput!) { reply(input: $input) { ${POST} } }`,
  goTo: `query GoTo($text: String!) { goTo(text: $text) { kind title detail path } }`,
} as const;

/** The name under which the server knows a document. */
export const documentId = (name: keyof typeof DOCUMENTS): string => createHash('sha256').update(DOCUMENTS[name]).digest('hex');

/** The file that a build of the web client leaves for the server, with these documents in it. */
export const trustedFile = (): string =>
  JSON.stringify(Object.fromEntries(Object.entries(DOCUMENTS).map(([name, text]) => [documentId(name as keyof typeof DOCUMENTS), text])));
