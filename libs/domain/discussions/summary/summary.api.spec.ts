import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { plainToRichText } from '#content';
import { ConfidentialityLevel, MembershipRole } from '#domain/communities';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildPost, buildThread } from '../testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const SUMMARY = `version agree differ open decided sources keptBy { id } keptAt`;
const KEEP = `mutation ($input: KeepSummaryInput!) { keepSummary(input: $input) { summary { ${SUMMARY} } } }`;
const GET = `query ($id: ID!) { thread(id: $id) { summary { ${SUMMARY} } summarySeen { version } summaryHistory { version keptBy { id } } } }`;
const READ = `mutation ($input: MarkReadInput!) { markRead(input: $input) { id } }`;

async function place(level = ConfidentialityLevel.COMMUNITY) {
  const { id: communityId } = await buildCommunity(app);
  const join = async (role = MembershipRole.MEMBER) => (await buildMembership(app, { communityId, role })).personId;
  const [facilitator, ana] = [await join(MembershipRole.FACILITATOR), await join()];
  const thread = await buildThread(app, { communityId, authorId: ana, level });
  const keep = (as: string, baseVersion: number, parts: object) =>
    app.graphql(KEEP, { input: { threadId: thread.id, baseVersion, ...parts } }, { as });
  const get = async (as: string) => (await app.ok(GET, { id: thread.id }, { as }))['thread'];
  return { facilitator, ana, thread, keep, get };
}
const code = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;
const rooms = plainToRichText('Rooms in the evening.');

describe('the summary on top of a thread', () => {
  it('is kept by those who lead, version by version, and each reader learns what is new to them', async () => {
    const { facilitator, ana, thread, keep, get } = await place();
    expect(await get(ana)).toEqual({ summary: null, summarySeen: null, summaryHistory: [] });
    expect(code(await keep(ana, 0, { agree: rooms }))).toBe('FORBIDDEN');
    expect((await keep(facilitator, 0, { agree: rooms, open: plainToRichText('Who pays?') })).data['keepSummary'].summary).toMatchObject({
      version: 1,
      agree: rooms,
      differ: null,
      keptBy: { id: facilitator },
    });
    const seen = (summaryVersion: number) => app.ok(READ, { input: { threadId: thread.id, position: 1, summaryVersion } }, { as: ana });
    await seen(1);
    expect((await get(ana)).summarySeen).toBeNull();
    await keep(facilitator, 1, { agree: rooms, differ: plainToRichText('A loan?') });
    // Who reads on has not looked at the summary by that.
    await app.ok(READ, { input: { threadId: thread.id, position: 1 } }, { as: ana });
    expect(await get(ana)).toMatchObject({
      summary: { version: 2, open: null },
      summarySeen: { version: 1 },
      summaryHistory: [{ version: 2 }, { version: 1 }],
    });
    // What one has seen never goes back, nor beyond what there is.
    await seen(99);
    await seen(1);
    const [reading] = await app.sql('select seen_summary from thread_reading where thread_id = $1 and person_id = $2', [thread.id, ana]);
    expect(reading).toEqual({ seen_summary: 2 });
  });

  it('is not written over by somebody who has not seen the latest', async () => {
    const { facilitator, keep, get } = await place();
    await keep(facilitator, 0, { agree: rooms });
    expect(code(await keep(facilitator, 0, { agree: plainToRichText('Else.') }))).toBe('SUMMARY_MOVED_ON');
    expect((await get(facilitator)).summary).toMatchObject({ version: 1, agree: rooms });
  });

  it('rests on posts of its thread, those that are there', async () => {
    const { facilitator, thread, keep } = await place();
    await buildPost(app, { threadId: thread.id });
    const linking = (position: number) => ({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: `${position}`,
              marks: [{ type: 'link', attrs: { href: `https://here.example/t/${thread.id}#post-${position}` } }],
            },
          ],
        },
      ],
    });
    const kept = await keep(facilitator, 0, { agree: linking(2), differ: linking(9) });
    expect(kept.data['keepSummary'].summary.sources).toEqual([2]);
  });

  it('names its part when something is wrong with it', async () => {
    const { facilitator, keep } = await place();
    const path = async (parts: object) => (await keep(facilitator, 0, parts)).errors?.[0]?.extensions;
    expect(await path({ differ: { type: 'doc', content: [{ type: 'script' }] } })).toMatchObject({
      fields: [{ path: expect.stringMatching(/^differ/) }],
    });
    expect(await path({ open: plainToRichText('word '.repeat(900)) })).toMatchObject({
      code: 'SUMMARY_TOO_LONG',
      fields: [{ path: 'open' }],
    });
  });

  it('tells nobody who kept it, nor when exactly, where nobody is named', async () => {
    const { facilitator, thread, keep, get } = await place();
    await app.sql(`update thread set level = 'UNATTRIBUTED', author_id = null where id = $1`, [thread.id]);
    await keep(facilitator, 0, { agree: rooms });
    const { summary } = await get(facilitator);
    expect(summary.keptBy).toBeNull();
    expect(summary.keptAt).toMatch(/T00:00:00/);
    expect(await app.sql('select kept_by_id from thread_summary where thread_id = $1', [thread.id])).toEqual([{ kept_by_id: null }]);
  });
});
