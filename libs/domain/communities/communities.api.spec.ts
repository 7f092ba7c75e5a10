import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { type Actor, Authentication } from '#platform/auth';
import { buildOrganisation, buildPerson } from '../people/testing.js';
import type { Community } from './community.entity.js';
import { CommunityKind, ConfidentialityLevel, Level, MembershipRole, Visibility } from './community.enums.js';
import type { Group } from './groups/group.entity.js';
import { buildGroup, buildGroupMembership } from './groups/testing.js';
import { communityPolicy, communityScope, contentScope, mayRead } from './community.policy.js';
import { Communities } from './communities.service.js';
import { buildCommunity, buildMembership } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.sql(`insert into scheme (id, labels, position) values ('intervention-areas', '{"en": "Themes", "de": "Themen"}', 1)`);
  await app.sql(`insert into term (id, scheme_id, labels, note, position) values
    ('housing', 'intervention-areas', '{"en": "Housing", "de": "Wohnen", "uk": "Житло"}', 'A roof.', 1),
    ('health', 'intervention-areas', '{"en": "Health"}', null, 2)`);
});
afterAll(() => app.stop());

const actorOf = (personId: string): Promise<Actor> => app.get(Authentication).actorByPerson(personId);

const DIRECTORY = `query ($filter: CommunityFilter, $orderBy: CommunityOrder, $first: PageSize, $after: String) {
  communities(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id slug name summary memberCount themes { id label } charter { domain updatedAt } viewerCan viewerMembership { role } }
  } }`;
const PAGE = `query ($slug: String!) { community(slug: $slug) {
  id name summary charter { domain community practice version updatedAt } visibility memberCount organisationCount threadCount sessionCount positionCount pulse
  themes { label } viewerCan viewerMembership { id role } viewerRequest { id message }
  members(first: 10) { nodes { id role joinedAt person { id name headline pictureUrl } organisation { id name } } pageInfo { hasNextPage endCursor } }
  organisations(first: 10) { nodes { id name } } joinRequests { nodes { id message person { name } } } invitations { nodes { id email role invitedBy { name } } } } }`;

/** What the walk through the pages looks at. */
interface Listed {
  totalCount: number;
  nodes: { name: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const page = (slug: string, as?: string) => app.graphql(PAGE, { slug }, { as });
const namesIn = async (filter: object, as?: string, more: object = {}): Promise<string[]> =>
  (await app.ok(DIRECTORY, { filter, first: 100, ...more }, { as })).communities.nodes.map((node: { name: string }) => node.name);

describe('the directory', () => {
  const mark = `Zz${randomUUID().slice(0, 6)}`;
  let person: string;
  let mine: Community;
  beforeAll(async () => {
    person = (await buildPerson(app)).id;
    const built = (overrides: Partial<Community>) => buildCommunity(app, { ...overrides, summary: `${overrides.summary ?? ''} ${mark}` });
    mine = await built({
      name: 'Äcker und Wohnen',
      themeIds: ['housing'],
      countries: ['DE', 'AT'],
      languages: ['de'],
      level: Level.REGIONAL,
      memberCount: 3,
    });
    await built({
      name: 'Brighton welcomes',
      summary: "It's about O'Neill's \\ back:slash & co",
      countries: ['GB'],
      kind: CommunityKind.NETWORK,
    });
    await built({ name: 'Coimbra', themeIds: ['health', 'housing'], memberCount: 9, lastActivityAt: new Date('2030-01-01') });
    await built({ name: 'Discreet circle', visibility: Visibility.MEMBERS });
    await buildMembership(app, { communityId: mine.id, personId: person });
  });

  it('shows strangers what is public, and signed-in people that closed communities exist', async () => {
    expect(await namesIn({ text: mark })).toEqual(['Äcker und Wohnen', 'Brighton welcomes', 'Coimbra']);
    expect(await namesIn({ text: mark }, person)).toEqual(['Äcker und Wohnen', 'Brighton welcomes', 'Coimbra', 'Discreet circle']);
  });

  it.each([
    [{ themes: ['housing'] }, ['Äcker und Wohnen', 'Coimbra']],
    [{ themes: ['health', 'nothing'] }, ['Coimbra']],
    [{ levels: ['REGIONAL'] }, ['Äcker und Wohnen']],
    [{ countries: ['AT', 'GB'] }, ['Äcker und Wohnen', 'Brighton welcomes']],
    [{ languages: ['de'] }, ['Äcker und Wohnen']],
    [{ kinds: ['NETWORK'] }, ['Brighton welcomes']],
    [{ mine: true }, ['Äcker und Wohnen']],
    [{ themes: ['housing'], countries: ['PT'] }, ['Coimbra']],
    [{ themes: [], levels: null, mine: false }, ['Äcker und Wohnen', 'Brighton welcomes', 'Coimbra', 'Discreet circle']],
  ])('narrows by %j', async (filter, names) => {
    expect(await namesIn({ ...filter, text: mark }, person)).toEqual(names);
  });

  it.each(['acker woh', 'ÄCKER', 'wohnen acker'])('finds by the beginnings of words, whatever accents: %s', async (text) => {
    expect(await namesIn({ text })).toEqual(['Äcker und Wohnen']);
  });

  it('finds a name with a slip in it', async () => {
    expect(await namesIn({ text: 'Brigthon welcome' })).toEqual(['Brighton welcomes']);
  });

  it.each(["O'Neill", '\\', "a' | !b:* & (", ':*', "ŉ'", '½ %', '"', '<->', '!!'])('takes any text: %s', async (text) => {
    const answer = await app.graphql(DIRECTORY, { filter: { text } });
    expect(answer.errors).toBeUndefined();
  });

  it.each(['NAME', 'ACTIVITY', 'MEMBERS'])('goes on page by page without a gap, by %s', async (orderBy) => {
    const all = await namesIn({ text: mark }, person, { orderBy });
    expect(all).toHaveLength(4);
    if (orderBy !== 'NAME') expect(all[0]).toBe('Coimbra');
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { communities }: { communities: Listed } = await app.ok<{ communities: Listed }>(
        DIRECTORY,
        { filter: { text: mark }, orderBy, first: 1, after },
        { as: person },
      );
      walked.push(...communities.nodes.map((node) => node.name));
      expect(communities.totalCount).toBe(4);
      ({ endCursor: after, hasNextPage: more } = communities.pageInfo);
    }
    expect(walked).toEqual(all);
  });

  it('costs three statements, however long it is: who asks, the page, how many', async () => {
    await app.cookieOf(person);
    const many = await app.statements(() => app.ok(DIRECTORY, { first: 100 }, { as: person }));
    const few = await app.statements(() => app.ok(DIRECTORY, { first: 1 }, { as: person }));
    expect([many.length, few.length]).toEqual([3, 3]);
  });

  it.each([
    ['a cursor of another list', { after: Buffer.from('["2026-01-01"]').toString('base64url') }, 'after'],
    ['a cursor of another order', { after: Buffer.from(`["x","${randomUUID()}"]`).toString('base64url'), orderBy: 'MEMBERS' }, 'after'],
    ['a cursor that is none', { after: 'äöü' }, 'after'],
    ['too many at once', { first: 101 }, 'first'],
    ['a country that is none', { filter: { countries: ['Portugal'] } }, 'countries[0]'],
    ['a NUL', { filter: { text: 'a\0b' } }, 'text'],
  ])('refuses %s', async (_, variables, field) => {
    const answer = await app.graphql(DIRECTORY, variables);
    expect(answer.errors?.[0]?.extensions.kind).toBe('INVALID');
    expect(answer.errors?.[0]?.extensions.fields[0]?.path).toContain(field);
  });
});

describe('the page of a community', () => {
  it('shows members everything, in at most six statements', async () => {
    const organisation = await buildOrganisation(app);
    const coordinator = await buildMembership(app, { role: MembershipRole.COORDINATOR, organisationId: organisation.id });
    const member = await buildMembership(app, { communityId: coordinator.communityId });
    const [{ slug }] = (await app.sql('select slug from community where id = $1', [coordinator.communityId])) as [{ slug: string }];
    await app.cookieOf(coordinator.personId);
    let answer: Awaited<ReturnType<typeof page>> | undefined;
    const statements = await app.statements(async () => (answer = await page(slug, coordinator.personId)));
    expect(statements.length).toBeLessThanOrEqual(6);
    expect(answer?.errors).toBeUndefined();
    const community = answer?.data['community'];
    expect(community).toMatchObject({
      memberCount: 2,
      organisationCount: 1,
      viewerMembership: { role: 'COORDINATOR' },
      viewerRequest: null,
    });
    expect(community.members.nodes.map((node: { id: string; role: string }) => [node.id, node.role])).toEqual([
      [coordinator.id, 'COORDINATOR'],
      [member.id, 'MEMBER'],
    ]);
    expect(community.members.nodes[0].organisation.id).toBe(organisation.id);
    expect(community.organisations.nodes).toEqual([{ id: organisation.id, name: organisation.name }]);
    expect(community.pulse).toHaveLength(12);
  });

  it('shows strangers no names, and what is closed not at all', async () => {
    const open = await buildCommunity(app);
    const closed = await buildCommunity(app, { visibility: Visibility.MEMBERS, threadCount: 7 });
    await buildMembership(app, { communityId: open.id });
    const member = await buildMembership(app, { communityId: closed.id, organisationId: (await buildOrganisation(app)).id });
    const outsider = await buildMembership(app);
    const seen = (await page(open.slug)).data['community'];
    expect(seen).toMatchObject({
      memberCount: 1,
      members: { nodes: [] },
      joinRequests: { nodes: [] },
      invitations: { nodes: [] },
      viewerMembership: null,
      viewerCan: ['READ', 'READ_CONTENT'],
    });
    const [missing, invisible] = [await page('nothing-here'), await page(closed.slug)];
    expect(invisible.errors).toEqual(missing.errors);
    expect(missing.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const overview = (await page(closed.slug, outsider.personId)).data['community'];
    expect(overview).toMatchObject({
      name: closed.name,
      charter: { domain: closed.charter.domain },
      members: { nodes: [] },
      organisations: { nodes: [] },
      threadCount: 0,
      pulse: [],
      viewerCan: ['READ', 'JOIN'],
    });
    expect((await page(closed.slug, member.personId)).data['community']).toMatchObject({
      threadCount: 7,
      members: { nodes: [{ id: member.id }] },
    });
  });

  it('counts posts by the week', async () => {
    const { communityId, personId } = await buildMembership(app);
    const communities = app.get(Communities);
    const [community] = await communities.communitiesByIds([communityId]);
    app.clock.set('2026-12-16T12:00:00Z');
    await app.database.transaction(async (tx) => {
      // Sunday, Monday, Wednesday, and twelve weeks ago
      const days = ['2026-12-13T23:59:59Z', '2026-12-14T00:00:00Z', '2026-12-16T11:00:00Z', '2026-09-28T00:00:00Z'];
      await communities.countPosts(
        tx,
        days.map((day) => ({ communityId, at: new Date(day) })),
      );
      await communities.bump(tx, communityId, 'threads', 1);
    });
    const seen = (await page(community?.slug ?? '', personId)).data['community'];
    app.clock.set(null);
    expect(seen.pulse).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
    expect(seen.threadCount).toBe(1);
  });

  it('names the words of the vocabulary in the language asked for', async () => {
    const { scheme } = await app.ok(
      `{ scheme(id: "intervention-areas") { id label terms { id note uk: label(language: "uk") de: label(language: "de-AT") } } }`,
    );
    expect(scheme).toEqual({
      id: 'intervention-areas',
      label: 'Themes',
      terms: [
        { id: 'housing', note: 'A roof.', uk: 'Житло', de: 'Wohnen' },
        { id: 'health', note: null, uk: 'Health', de: 'Health' },
      ],
    });
    expect(await app.refusal(`{ scheme(id: "nothing") { id } }`)).toBe('NOT_FOUND');
  });
});

describe('the lists', () => {
  it('show exactly what the policy lets read', async () => {
    const places = await Promise.all(
      Array.from({ length: 6 }, (_, index) => buildCommunity(app, { visibility: index % 2 ? Visibility.MEMBERS : Visibility.PUBLIC })),
    );
    const groups = await Promise.all(places.map((place) => buildGroup(app, { communityId: place.id })));
    await fc.assert(
      fc.asyncProperty(fc.option(fc.subarray(places)), fc.subarray(groups), async (joined, entered) => {
        const actor = await actorOf(joined ? (await buildPerson(app)).id : randomUUID());
        const member = joined && actor.isSignedIn ? await withMemberships(actor.personId, joined, entered) : actor;
        const ids = places.map((place) => place.id);
        const listed = await app.sql<{ id: string }>(`select c.id from community c where c.id = any($2) and ${communityScope('c', '$1')}`, [
          member.isSignedIn,
          ids,
        ]);
        const items = await app.sql<{ id: string; level: ConfidentialityLevel; inGroup: string | null }>(
          `select c.id, item.level, item.group_id as "inGroup" from community c
             cross join lateral (select level, g.id as group_id from unnest($4::text[]) of(level),
               (select id from community_group where community_id = c.id union all select null) g) item
            where c.id = any($2) and ${contentScope('c', 'item.level', 'item.group_id', '$1', '$3')}`,
          [member.communityIds, ids, member.groupIds, Object.values(ConfidentialityLevel)],
        );
        expect(new Set(listed.map((row) => row.id))).toEqual(
          new Set(places.filter((place) => communityPolicy.read(member, place)).map((place) => place.id)),
        );
        const readable = places.flatMap((place, index) =>
          Object.values(ConfidentialityLevel).flatMap((level) =>
            [null, groups[index]?.id ?? null]
              .filter((groupId) => mayRead(member, place, level, groupId))
              .map((groupId) => `${place.id} ${level} ${groupId}`),
          ),
        );
        expect(new Set(items.map((row) => `${row.id} ${row.level} ${row.inGroup}`))).toEqual(new Set(readable));
      }),
      { numRuns: 25 },
    );
  });

  const withMemberships = async (personId: string, places: Community[], groups: Group[]): Promise<Actor> => {
    for (const place of places) await buildMembership(app, { communityId: place.id, personId });
    for (const group of groups)
      if (places.some((place) => place.id === group.communityId)) await buildGroupMembership(app, { groupId: group.id, personId });
    return actorOf(personId);
  };
});

describe('founding a community', () => {
  const CREATE = `mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) {
    id slug name memberCount charter { domain version } themes { id } viewerMembership { role } viewerCan } }`;
  const input = {
    name: 'Coast & Welcome',
    kind: 'COMMUNITY_OF_PRACTICE',
    level: 'LOCAL',
    countries: ['PT'],
    languages: ['pt', 'en'],
    themes: ['housing'],
    summary: 'Small towns by the sea that welcome newcomers.',
    charter: { domain: 'Welcome in small towns.', community: 'Officers.', practice: 'Visits.' },
    visibility: 'PUBLIC',
    joinPolicy: 'OPEN',
  };

  it('makes the founder its coordinator, once for one key, and finds a free address', async () => {
    const person = await buildPerson(app);
    const mutationKey = randomUUID();
    const first = (await app.ok(CREATE, { input: { ...input, mutationKey } }, { as: person.id })).createCommunity;
    expect(first).toMatchObject({
      slug: 'coast-welcome',
      memberCount: 1,
      charter: { version: 1 },
      viewerMembership: { role: 'COORDINATOR' },
    });
    expect(first.viewerCan).toContain('EDIT');
    const again = (await app.ok(CREATE, { input: { ...input, mutationKey } }, { as: person.id })).createCommunity;
    expect(again.id).toBe(first.id);
    const [one, two] = await Promise.all([1, 2].map(() => app.ok(CREATE, { input }, { as: person.id })));
    expect(new Set([one?.createCommunity.slug, two?.createCommunity.slug])).toEqual(new Set(['coast-welcome-2', 'coast-welcome-3']));
  });

  it.each([
    ['an empty name', { name: '  ' }, 'name'],
    ['a name with a direction override', { name: 'Coast \u202e emoclew' }, 'name'],
    ['an unknown theme', { themes: ['nothing'] }, 'themes'],
    ['no language', { languages: [] }, 'languages'],
    ['a country twice', { countries: ['PT', 'PT'] }, 'countries'],
    ['an empty part of the charter', { charter: { ...input.charter, practice: '' } }, 'charter.practice'],
    ['a NUL', { summary: 'Small towns \0 by the sea.' }, 'summary'],
    ['a bad key', { mutationKey: 'x' }, 'mutationKey'],
  ])('refuses %s, naming the field', async (_, wrong, field) => {
    const person = await buildPerson(app);
    const answer = await app.graphql(CREATE, { input: { ...input, ...wrong } }, { as: person.id });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ kind: 'INVALID', fields: [{ path: field }] });
  });

  it('is for signed-in people', async () => {
    expect(await app.refusal(CREATE, { input })).toBe('UNAUTHENTICATED');
  });

  const EDIT = `mutation ($input: EditCommunityInput!) { editCommunity(input: $input) { name slug summary charter { domain version } } }`;
  it('keeps every version of the charter', async () => {
    const coordinator = await buildMembership(app, { role: MembershipRole.COORDINATOR });
    const { communityId } = coordinator;
    const charter = { domain: 'Something else.', community: 'Others.', practice: 'Calls.' };
    const edit = (more: object) => app.ok(EDIT, { input: { communityId, ...more } }, { as: coordinator.personId });
    expect((await edit({ charter })).editCommunity.charter).toEqual({ domain: 'Something else.', version: 2 });
    expect((await edit({ charter, name: 'Another name' })).editCommunity).toMatchObject({ name: 'Another name', charter: { version: 2 } });
    const versions = await app.sql('select version, domain, written_by_id from charter where community_id = $1 order by version', [
      communityId,
    ]);
    expect(versions).toMatchObject([{ version: 1 }, { version: 2, domain: 'Something else.', written_by_id: coordinator.personId }]);
    expect(
      await app.sql(`select kind, payload->>'name' as name from room_message where room = $1 order by seq desc limit 1`, [
        `community:${communityId}`,
      ]),
    ).toEqual([{ kind: 'community-edited', name: 'Another name' }]);
  });

  it('is changed by coordinators only', async () => {
    const facilitator = await buildMembership(app, { role: MembershipRole.FACILITATOR });
    const input = { communityId: facilitator.communityId, name: 'Mine now' };
    expect(await app.refusal(EDIT, { input }, { as: facilitator.personId })).toBe('FORBIDDEN');
    expect(await app.refusal(EDIT, { input: { ...input, communityId: randomUUID() } }, { as: facilitator.personId })).toBe('NOT_FOUND');
  });
});
