import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildMembership } from '../communities/testing.js';
import { buildThread } from './testing.js';

const REPLY = 'mutation ($input: ReplyInput!) { reply(input: $input) { id html } }';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

async function pictureOf(ownerId: string): Promise<string> {
  const id = randomUUID();
  await app.sql(
    `insert into stored_file (id, owner_id, purpose, audience, content_type, bytes, width, height, created_at) values ($1, $2, 'content', 'owner', 'image/webp', 10, 5, 5, now())`,
    [id, ownerId],
  );
  return id;
}
const bodyWith = (id: string) => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'Look.' }] },
    { type: 'image', attrs: { src: `/files/${id}`, alt: 'A door' } },
  ],
});

describe('pictures in posts', () => {
  it('are for those who may read the thread, once they are in it', async () => {
    const thread = await buildThread(app);
    const { personId } = await buildMembership(app, { communityId: thread.communityId });
    const id = await pictureOf(personId);
    const data = await app.ok(REPLY, { input: { threadId: thread.id, body: bodyWith(id) } }, { as: personId });
    expect(data['reply'].html).toContain(`/files/${id}`);
    expect(await app.sql('select audience from stored_file where id = $1', [id])).toEqual([{ audience: `thread:${thread.id}` }]);
  });

  it('of others, or from nowhere, are refused, and nothing is said', async () => {
    const thread = await buildThread(app);
    const { personId } = await buildMembership(app, { communityId: thread.communityId });
    const foreign = await pictureOf((await buildMembership(app, { communityId: thread.communityId })).personId);
    for (const id of [foreign, randomUUID()]) {
      const answer = await app.graphql(REPLY, { input: { threadId: thread.id, body: bodyWith(id) } }, { as: personId });
      expect(answer.errors?.[0]?.extensions.fields[0]).toMatchObject({ code: 'UNKNOWN_FILE' });
    }
    expect(await app.sql('select count(*)::int as posts from post where thread_id = $1', [thread.id])).toEqual([{ posts: 1 }]);
  });
});
