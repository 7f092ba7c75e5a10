import fc from 'fast-check';
import { Authentication, hashToken, newToken } from '#platform/auth';
import { SearchIndex } from '#domain/search';
import { Rooms } from '#platform/realtime';
import { Files } from '#platform/storage';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';
import type { Operation } from './every-operation.js';
import { type Meet, walkDownloads, walkTables, walkWriting } from './leaks/downloads.js';
import { mayMail, mayMeet } from './leaks/model.js';
import { queriesTo } from './leaks/walk.js';
import { build, type Canary, examplePlan, plans, type World } from './leaks/world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.listen();
});
afterAll(() => app?.stop());

/** Words that were met where they may not be. */
const wrongly = (world: World, text: string, may: (canary: Canary) => boolean, road: string): string[] =>
  world.canaries
    .filter(({ word }) => text.includes(word))
    .filter((canary) => !may(canary))
    .map(({ thing, level, word }) => `${road}: ${thing} of level ${level} (${word})`);

/** As a viewer asks: by session, by a token of theirs, or as a stranger. */
type Caller = { as?: string; headers?: Record<string, string> };

async function tokenOf(personId: string): Promise<Caller> {
  const token = newToken();
  await app.sql(
    `insert into api_token (person_id, name, token_hash, created_at, expires_at) values ($1, 'Script', $2, now(), now() + interval '1 day')`,
    [personId, hashToken(token)],
  );
  return { headers: { authorization: `Bearer ${token}` } };
}

async function walkQueries(world: World, met: Set<string>): Promise<string[]> {
  const wrong: string[] = [];
  const queries = queriesTo(app, world.places);
  const byToken = await tokenOf(world.viewers[0] ?? '');
  const callers: [number | null, Caller][] = [
    [null, {}],
    [0, byToken],
    ...world.viewers.map((as, viewer): [number, Caller] => [viewer, { as }]),
  ];
  for (const [viewer, caller] of callers) {
    const who = viewer === null ? 'a stranger' : `${caller.as ? 'viewer' : 'a token of viewer'} ${viewer}`;
    const ask = async (query: Operation) => {
      const answer = await app.graphql(query.text, query.variables, caller);
      const text = JSON.stringify({ ...answer, variables: null });
      for (const { word, thing, level, community, isForGuests } of world.canaries) {
        if (!text.includes(word)) continue;
        met.add(`${thing} ${level}`);
        if (isForGuests && viewer !== null && world.plan.viewers[viewer]?.at[community]?.standing === 'GUEST') met.add(`guest: ${thing}`);
      }
      wrong.push(...wrongly(world, text, (canary) => mayMeet(world.plan, viewer, canary), `${who}, ${query.name}`));
    };
    for (let from = 0; from < queries.length; from += 8) await Promise.all(queries.slice(from, from + 8).map(ask));
  }
  return wrong;
}

/** Rooms are joined, pictures and calendar files opened, as the model says; what rooms say fits all who are in them. */
async function walkOtherRoads(world: World): Promise<string[]> {
  const wrong: string[] = [];
  const authentication = app.get(Authentication);
  for (const [viewer, personId] of world.viewers.entries()) {
    const actor = await authentication.actorByPerson(personId);
    const cookie = await app.cookieOf(personId);
    for (const place of world.places) {
      const talk = place.canaries.find(({ thing }) => thing === 'thread');
      const met = place.canaries.find(({ thing }) => thing === 'session');
      for (const room of place.rooms) {
        if (!(await app.get(Rooms).mayJoin(actor, room))) continue;
        const said = await app.sql('select payload::text from room_message where room = $1', [room]);
        wrong.push(
          ...wrongly(
            world,
            JSON.stringify(said),
            (canary) => canary.level !== 'GROUP' && mayMeet(world.plan, viewer, canary),
            `viewer ${viewer}, ${room}`,
          ),
        );
      }
      const opened = await app
        .get(Files)
        .get(actor, place.fileId)
        .then(Boolean, () => false);
      if (talk && opened && !mayMeet(world.plan, viewer, talk)) wrong.push(`viewer ${viewer} opens a picture of level ${talk.level}`);
      const file = await app.nest.inject({ method: 'GET', url: `/calendar/sessions/${place.sessionId}.ics`, headers: { cookie } });
      const may = (canary: Canary) => canary.level !== 'GROUP' && mayMeet(world.plan, viewer, canary);
      wrong.push(...wrongly(world, file.payload, may, `viewer ${viewer}, calendar file`));
      if (met && (file.statusCode === 200) !== mayMeet(world.plan, viewer, met))
        wrong.push(`viewer ${viewer}: calendar file ${file.statusCode}`);
    }
  }
  return wrong;
}

async function walkFeeds(world: World, feeds: string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [viewer, url] of feeds.entries()) {
    const { payload } = await app.nest.inject({ method: 'GET', url: new URL(url).pathname });
    const may = (canary: Canary) => canary.level !== 'GROUP' && mayMeet(world.plan, viewer, canary);
    wrong.push(...wrongly(world, payload, may, `viewer ${viewer}, feed`));
  }
  return wrong;
}

/** Mails left before anybody was removed: what they may say is for the rest of time. */
async function walkMails(world: World): Promise<string[]> {
  const people = await app.sql<{ id: string; email: string }>('select id, email from person where id = any($1)', [world.viewers]);
  const wrong: string[] = [];
  for (const { id, email } of people) {
    const viewer = world.viewers.indexOf(id);
    for (const mail of await app.mails(email)) {
      wrong.push(
        ...wrongly(
          world,
          `${mail.subject} ${mail.text} ${mail.html}`,
          (canary) => mayMail(world.plan, viewer, canary) || wasInside(world, viewer, canary),
          `mail to viewer ${viewer}`,
        ),
      );
    }
  }
  return wrong;
}
const wasInside = ({ plan }: World, viewer: number, { thing, level, community }: Canary) =>
  thing === 'session' && level !== 'GROUP' && plan.viewers[viewer]?.at[community]?.standing === 'GONE';

it('nobody meets a word that is not for them, on any road, in any world', async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const world = await build(app, plan);
      const feeds: string[] = [];
      for (const as of world.viewers)
        feeds.push((await app.ok('mutation { createCalendarFeed { url } }', {}, { as }))['createCalendarFeed'].url);
      await app.jobsDone();
      const mailed = await walkMails(world);
      // By the index as it was before anybody was removed: what it says is asked for anew.
      await app.get(SearchIndex).rebuild();
      await world.removals();
      const wrong = [...mailed, ...(await walkQueries(world, met)), ...(await walkOtherRoads(world)), ...(await walkFeeds(world, feeds))];
      const meet: Meet = (text, viewer, road) =>
        wrongly(world, text, (canary) => mayMeet(world.plan, viewer, canary), `viewer ${viewer}, ${road}`);
      wrong.push(...(await walkWriting(app, world)), ...(await walkTables(app, world, meet)), ...(await walkDownloads(app, world, meet)));
      expect([...new Set(wrong)]).toEqual([]);
    }),
    { numRuns: Number(process.env['LEAK_WORLDS'] ?? 2), endOnFailure: true, examples: [[examplePlan]] },
  );
  // The walk is worth something only where there was something to meet.
  const levels = ['thread PUBLIC', 'thread COMMUNITY', 'session PUBLIC', 'need PUBLIC', 'position COMMUNITY'];
  const ofGroups = ['thread GROUP', 'session GROUP', 'need GROUP', 'position GROUP', 'group NAME_OF_GROUP'];
  const ofGuests = ['guest: thread', 'guest: session'];
  expect([...met].sort()).toEqual(expect.arrayContaining([...levels, ...ofGroups, ...ofGuests]));
}, 240_000);
