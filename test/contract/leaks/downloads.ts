import type { TestApp } from '../../../apps/api/testing.js';
import { downloadOf } from '../../../libs/domain/privacy/testing.js';
import { TestWriter } from '../../../libs/domain/writing/testing.js';
import { mayMeet } from './model.js';
import type { World } from './world.js';

/** Words in a text that a viewer met on a road, and may not meet. */
export type Meet = (text: string, viewer: number, road: string) => string[];

/** Live texts are opened by those who may read the position and by nobody else, and hold its words alone. */
export async function walkWriting(app: TestApp, world: World): Promise<string[]> {
  const wrong: string[] = [];
  for (const { documentId, canaries } of world.places) {
    const meant = canaries.find(({ thing }) => thing === 'position');
    if (!documentId || !meant) continue;
    for (const [viewer, personId] of world.viewers.entries()) {
      const writer = await TestWriter.open(app, personId, documentId).catch(() => null);
      const said = writer?.text ?? '';
      writer?.close();
      const may = mayMeet(world.plan, viewer, meant);
      if (may !== (writer !== null)) wrong.push(`viewer ${viewer} ${may ? 'does not open' : 'opens'} a live text of level ${meant.level}`);
      if (may && !said.includes(meant.word)) wrong.push(`viewer ${viewer} finds nothing in a live text of level ${meant.level}`);
    }
  }
  return wrong;
}

/** The tables of a community: as files, for its coordinators; that of the whole house for administrators. */
export async function walkTables(app: TestApp, world: World, meet: Meet): Promise<string[]> {
  const wrong: string[] = [];
  const communities = [...new Set(world.places.map(({ communityId }) => communityId))];
  for (const [viewer, personId] of world.viewers.entries()) {
    const headers = { cookie: await app.cookieOf(personId) };
    const { at, isAdministrator } = world.plan.viewers[viewer] ?? { at: [], isAdministrator: false };
    const tables: [string, boolean][] = [['/export/organisations.csv', isAdministrator]];
    for (const [nth, id] of communities.entries())
      for (const table of ['organisations', 'people'])
        tables.push([`/export/communities/${id}/${table}.csv`, at[nth]?.standing === 'COORDINATOR']);
    for (const [url, may] of tables) {
      const { statusCode, payload } = await app.nest.inject({ url, headers });
      if ((statusCode === 200) !== may) wrong.push(`viewer ${viewer}, ${url.replace(/[0-9a-f-]{36}/, '…')}: ${statusCode}`);
      wrong.push(...meet(payload, viewer, 'a table'));
    }
  }
  return wrong;
}

/** What is kept of oneself holds one's own words, and of what is no longer for one nothing. */
export async function walkDownloads(app: TestApp, world: World, meet: Meet): Promise<string[]> {
  const wrong: string[] = [];
  for (const [viewer, personId] of world.viewers.entries())
    wrong.push(...meet(await downloadOf(app, personId), viewer, 'the download of one’s data'));
  return wrong;
}
