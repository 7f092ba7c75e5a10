import { plainToRichText } from '#content';
import { Jobs } from '#platform/jobs';
import type { TestApp } from '../../../apps/api/testing.js';
import { MembershipRole } from '../communities/community.enums.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildThread } from '../discussions/testing.js';
import { buildPerson } from '../people/testing.js';

// What the API specs of this module send and look at.

const NOTICES = `query ($unreadOnly: Boolean, $first: PageSize, $after: String) { notifications(unreadOnly: $unreadOnly, first: $first, after: $after) {
  nodes { id kind reason subject path count readAt changes { field before after } actor { name } community { name } } pageInfo { hasNextPage endCursor } }
  viewer { unreadNotificationCount } }`;
const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { id position } }`;
const PREFER = `mutation ($kind: NotificationKind!, $channel: NotificationChannel!) { setNotificationPreference(kind: $kind, channel: $channel) { kind channel } }`;

/** A notice as the inbox shows it. */
export interface ShownNotice {
  id: string;
  kind: string;
  reason: string;
  subject: string;
  path: string;
  count: number;
  readAt: string | null;
  changes: { field: string; before: string | null; after: string | null }[];
  actor: { name: string } | null;
  community: { name: string } | null;
}

/** The inbox of a person once all was heard. */
export async function inboxOf(app: TestApp, personId: string, variables: object = {}): Promise<{ notices: ShownNotice[]; unread: number }> {
  await app.jobsDone();
  const { notifications, viewer } = await app.ok(NOTICES, variables, { as: personId });
  return { notices: notifications.nodes, unread: viewer.unreadNotificationCount };
}

/** A thread of Ada's in a community with Ben, Cleo and Dora; Dora coordinates. */
export async function circleWithThread(app: TestApp) {
  const community = await buildCommunity(app);
  const member = async (name: string, role = MembershipRole.MEMBER) => {
    const person = await buildPerson(app, { name });
    await buildMembership(app, { communityId: community.id, personId: person.id, role });
    return person;
  };
  const [ada, ben, cleo] = [await member('Ada'), await member('Ben'), await member('Cleo')];
  const dora = await member('Dora', MembershipRole.COORDINATOR);
  const thread = await buildThread(app, { communityId: community.id, authorId: ada.id, title: 'Evening courses' });
  await app.sql(
    'insert into thread_reading (person_id, thread_id, last_read_position, last_read_at, is_followed) values ($1, $2, 1, now(), true)',
    [ada.id, thread.id],
  );
  return { community, thread, ada, ben, cleo, dora };
}

/** A reply that may name people: `[name, id]`. */
export async function reply(app: TestApp, threadId: string, as: string, text: string, mentioned: { id: string; name: string }[] = []) {
  const said = [...mentioned.map(({ id, name }) => `@[${name}](${id})`), text].join(' ');
  return (await app.ok(REPLY, { input: { threadId, body: plainToRichText(said) } }, { as })).reply as { id: string; position: number };
}

export const prefer = (app: TestApp, personId: string, kind: string, channel: string) =>
  app.ok(PREFER, { kind, channel }, { as: personId });

/** As after a crash: the listener hears every event of the name again. */
export async function hearAgain(app: TestApp, name: string, listener: string): Promise<void> {
  const events = await app.sql('select id, name, payload, occurred_at as "occurredAt" from event where name = $1', [name]);
  await app.database.transaction((tx) =>
    app.get(Jobs).sendAll(
      tx,
      'events',
      events.map((event) => ({ ...event, listener })),
    ),
  );
  await app.jobsDone();
}
