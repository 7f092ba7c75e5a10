import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import {
  Charter,
  CharterVersion,
  Community,
  CommunityKind,
  CommunityOrganisation,
  CommunitySeat,
  JoinPolicy,
  Level,
  Membership,
  MembershipRole,
  PolicyProcess,
  SeatHolding,
  Visibility,
} from '#domain/communities';
import { Organisation, OrganisationSeat, OrganisationSize, OrganisationType, Person } from '#domain/people';
import { FirstWords, Term, wordIn } from '#domain/vocabulary';
import type { Database, Tx } from '#platform/database';
import { organisations, people } from './cast.js';
import { charters, memberships } from './charters.js';

interface RealCommunity {
  id: string;
  name: string;
  name_local: string | null;
  type: string;
  level: string;
  countries: string[];
  coordinator: string | null;
  founded: number | null;
  parent_id: string | null;
  member_types: string[];
  methods: string[];
  themes: string[];
  languages: string[];
  summary: string;
  source: string;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')) as T;

const LEVELS: Record<string, Level> = {
  'local-level': Level.LOCAL,
  'regional-level': Level.REGIONAL,
  'national-level': Level.NATIONAL,
  'eu-level': Level.EU,
};
const levelOf = (level: string): Level => LEVELS[level] ?? Level.INTERNATIONAL;

const KINDS: Record<string, CommunityKind> = {
  'learning-system': CommunityKind.LEARNING_SYSTEM,
  'cooperation-network': CommunityKind.NETWORK,
};
const SPECIAL: Record<string, CommunityKind> = {
  'solidar-task-force-migration': CommunityKind.TASK_FORCE,
  'eurocities-wg-migration': CommunityKind.WORKING_GROUP,
  mc2cm: CommunityKind.PROJECT_CIRCLE,
};
const MEMBERS_ONLY = new Set(['solidar-task-force-migration', 'picum']);
const ON_REQUEST = new Set([
  'picum',
  'eurocities-wg-migration',
  'cz-consortium-migrant-ngos',
  'intercultural-cities',
  'pl-migration-consortium',
]);

const kindOf = ({ id, type }: RealCommunity): CommunityKind => SPECIAL[id] ?? KINDS[type] ?? CommunityKind.COMMUNITY_OF_PRACTICE;
const JOINED: Record<string, JoinPolicy> = {
  'solidar-task-force-migration': JoinPolicy.BY_INVITATION,
  'cities-network-integration-greece': JoinPolicy.BY_ORGANISATION,
  mc2cm: JoinPolicy.NO_LIST,
};
const joinPolicyOf = (id: string): JoinPolicy => JOINED[id] ?? (ON_REQUEST.has(id) ? JoinPolicy.ON_REQUEST : JoinPolicy.OPEN);

/** A charter from the facts, where nobody wrote one. */
function charterOf(community: RealCommunity, word: (term: string) => string): Pick<Charter, 'domain' | 'community' | 'practice'> {
  // A word in capitals, such as NGO, keeps them.
  const inSentence = (label: string) => (/^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);
  const listed = (terms: string[]) => new Intl.ListFormat('en').format(terms.map((term) => inSentence(word(term))));
  return (
    charters[community.id] ?? {
      domain: `${word(community.themes[0] ?? '')}${community.themes.length > 1 ? `, with ${listed(community.themes.slice(1))}` : ''}.`,
      community:
        community.member_types.length > 0
          ? `Its members are of these types: ${listed(community.member_types)}.`
          : 'Its members are listed under Members.',
      practice:
        community.methods.length > 0
          ? `Its ways of working: ${listed(community.methods)}.`
          : 'What its members do together is told in its summary.',
    }
  );
}

export interface Places {
  people: Map<string, string>;
  organisations: Map<string, string>;
  communities: Map<string, string>;
}

/** A seat with a mandate for each member who acts for the organisation; a vacant one where nobody does. */
async function seat(
  tx: Tx,
  {
    communityId,
    organisationId,
    members,
    places,
    since,
  }: { communityId: string; organisationId: string; members: string[]; places: Places; since: Date },
): Promise<void> {
  const of = (key: string) => people.find((person) => person.key === key);
  const speakers = members.filter((key) => of(key)?.hasMandate && places.organisations.get(of(key)?.organisation ?? '') === organisationId);
  for (const key of speakers.length > 0 ? speakers : [null]) {
    const holderId = key ? (places.people.get(key) ?? null) : null;
    const { id } = await tx.save(
      tx.create(CommunitySeat, { communityId, organisationId, hasMandate: true, holderId, heldSince: holderId && since, grantedAt: since }),
    );
    if (holderId) await tx.insert(SeatHolding, { seatId: id, personId: holderId, since });
  }
}

/** The real communities, processes and words; the invented people and where they belong. */
export async function loadPlaces(app: INestApplicationContext, database: Database, now: Date, passwordHash: string): Promise<Places> {
  const places: Places = { people: new Map(), organisations: new Map(), communities: new Map() };
  await database.transaction(async (tx) => {
    const words = new Map<string, string>();
    await app.get(FirstWords).loadWithin(tx);
    for (const term of await tx.find(Term)) words.set(term.id, wordIn(term.labels, 'en'));
    const { processes } = read<{
      processes: {
        id: string;
        name: string;
        short_name: string | null;
        institution: string;
        level: string;
        summary: string;
        stages: { source: string | null }[];
      }[];
    }>('policy-processes');
    await tx.insert(
      PolicyProcess,
      processes.map((process) => ({
        id: process.id,
        name: process.name,
        shortName: process.short_name,
        institution: process.institution,
        level: levelOf(process.level),
        summary: process.summary,
        sourceUrl: process.stages.find((stage) => stage.source)?.source ?? null,
      })),
    );

    for (const { key, type, profile, ...organisation } of organisations) {
      const id = randomUUID();
      places.organisations.set(key, id);
      await tx.save(
        tx.create(Organisation, {
          ...organisation,
          id,
          type: OrganisationType[type],
          profile: { ...profile, level: Level[profile.level], size: OrganisationSize[profile.size], isMigrantLed: type === 'MIGRANT_LED' },
          isDemo: true,
        }),
      );
    }
    for (const { key, organisation, hasMandate = false, ...person } of people) {
      const id = randomUUID();
      places.people.set(key, id);
      await tx.insert(Person, { ...person, id, email: `${key}@demo.example`, isDemo: true, passwordHash, namedAt: now });
      await tx.insert(OrganisationSeat, {
        personId: id,
        organisationId: places.organisations.get(organisation) ?? '',
        hasMandate,
        isConfirmed: true,
        isMain: true,
      });
    }

    const { communities } = read<{ communities: RealCommunity[] }>('communities');
    // Parents before children.
    const sorted = [...communities].sort((a, b) => Number(a.parent_id !== null) - Number(b.parent_id !== null));
    for (const community of sorted) {
      const id = randomUUID();
      places.communities.set(community.id, id);
      const updatedAt = new Date(now.getTime() - 240 * 86_400_000);
      const charter = Object.assign(
        new Charter(),
        charterOf(community, (term) => words.get(term) ?? term),
        { version: 1, updatedAt },
      );
      await tx.save(
        tx.create(Community, {
          id,
          slug: community.id,
          name: community.name,
          nameLocal: community.name_local,
          kind: kindOf(community),
          level: levelOf(community.level),
          countries: community.countries,
          languages: community.languages,
          themeIds: community.themes,
          summary: community.summary,
          charter,
          visibility: MEMBERS_ONLY.has(community.id) ? Visibility.MEMBERS : Visibility.PUBLIC,
          joinPolicy: joinPolicyOf(community.id),
          foundedYear: community.founded,
          coordinatedBy: community.coordinator,
          sourceUrl: community.source.startsWith('http') ? community.source : null,
          isDemo: true,
          parentId: community.parent_id ? (places.communities.get(community.parent_id) ?? null) : null,
        }),
      );
      const { domain, community: audience, practice } = charter;
      await tx.insert(CharterVersion, { communityId: id, version: 1, domain, community: audience, practice, writtenAt: updatedAt });
    }

    for (const [key, members] of Object.entries(memberships)) {
      const communityId = places.communities.get(key) ?? '';
      const present = new Set<string>();
      for (const [at, member] of members.entries()) {
        const organisationId = places.organisations.get(people.find((person) => person.key === member)?.organisation ?? '') ?? null;
        const role =
          at === 0 ? MembershipRole.COORDINATOR : at === 1 && members.length > 3 ? MembershipRole.FACILITATOR : MembershipRole.MEMBER;
        const joinedAt = new Date(now.getTime() - (200 - at * 4) * 86_400_000);
        await tx.insert(Membership, { communityId, personId: places.people.get(member) ?? '', organisationId, role, joinedAt });
        if (!organisationId || present.has(organisationId)) continue;
        present.add(organisationId);
        await tx.insert(CommunityOrganisation, { communityId, organisationId });
        await seat(tx, { communityId, organisationId, members, places, since: joinedAt });
      }
      await tx.update(Community, { id: communityId }, { memberCount: members.length, organisationCount: present.size });
    }
  });
  return places;
}
