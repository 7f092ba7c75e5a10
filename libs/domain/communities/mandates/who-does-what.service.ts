import { Injectable } from '@nestjs/common';
import { wordIn, type Labels } from '#domain/vocabulary';
import { Audit } from '#platform/audit';
import { type Actor, authorize } from '#platform/auth';
import { csvOf } from '#platform/csv';
import { Database, type Statement } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Communities } from '../communities.service.js';
import { communityPolicy, WITHOUT_LIST } from '../community.policy.js';

const labelsOf = (ids: string) =>
  `(select coalesce(json_agg(t.labels order by t.position), '[]') from term t
     where t.id in (select coalesce(own.successor_id, own.id) from term own where own.id = any(${ids})))`;
const ORGANISATION = `
  o.name, o.type, o.level, o.country, o.city, o.cities_served as "citiesServed", o.size, o.languages, ${labelsOf('o.theme_ids')} as themes,
  ${labelsOf('o.target_group_ids')} as "targetGroups", o.is_new_to_field as "isNewToField", o.is_migrant_led as "isMigrantLed",
  o.verified_at is not null as "isVerified", o.website, o.about`;
const OF_COMMUNITY: Statement = {
  name: 'who-does-what.organisations-of-community',
  text: `select ${ORGANISATION} from community_organisation co join organisation o on o.id = co.organisation_id where co.community_id = $1 order by plain(o.name), o.id`,
};
const ALL: Statement = {
  name: 'who-does-what.organisations',
  text: `select ${ORGANISATION} from organisation o order by plain(o.name), o.id`,
};
/** Only members who chose to be found. */
const PEOPLE: Statement = {
  name: 'who-does-what.people-of-community',
  text: `select p.name, p.headline, o.name as organisation, m.role, p.languages, ${labelsOf('p.theme_ids')} as themes, p.can_help as "canHelp"
           from membership m join person p on p.id = m.person_id left join organisation o on o.id = m.organisation_id
          where m.community_id = $1 and p.is_listed and (m.community_id not in ${WITHOUT_LIST} or m.role in ('FACILITATOR', 'COORDINATOR')) order by plain(p.name), p.id`,
};

interface OrganisationRow {
  name: string;
  type: string;
  level: string | null;
  country: string | null;
  city: string | null;
  citiesServed: string[];
  size: string | null;
  languages: string[];
  themes: Labels[];
  targetGroups: Labels[];
  isNewToField: boolean;
  isMigrantLed: boolean;
  isVerified: boolean;
  website: string | null;
  about: string | null;
}
interface PersonRow {
  name: string;
  headline: string | null;
  organisation: string | null;
  role: string;
  languages: string[];
  themes: Labels[];
  canHelp: string | null;
}

const ORGANISATION_HEAD = [
  'Name',
  'Type',
  'Level',
  'Country',
  'City',
  'Cities served',
  'Size',
  'Languages',
  'Themes',
  'Target groups',
  'New to the field',
  'Led by migrants',
  'Verified',
  'Website',
  'About',
];
const PEOPLE_HEAD = ['Name', 'Headline', 'Organisation', 'Role', 'Languages', 'Themes', 'Can help with'];

/** The directory as tables: of a community for its coordinators, of all organisations for those who look after the server. */
@Injectable()
export class WhoDoesWhat {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound, Forbidden */
  async organisationsOf(actor: Actor, communityId: string): Promise<string> {
    const community = await this.communities.get(actor, communityId);
    authorize(actor, communityPolicy, 'edit', community);
    const rows = await this.database.read<OrganisationRow>(OF_COMMUNITY, [community.id]);
    await this.note(actor, 'communities.organisations-exported', rows.length, community.id);
    return organisationTable(rows, actor.language);
  }

  /** People who chose to be found. @throws NotFound, Forbidden */
  async peopleOf(actor: Actor, communityId: string): Promise<string> {
    const community = await this.communities.get(actor, communityId);
    authorize(actor, communityPolicy, 'edit', community);
    const people = await this.database.read<PersonRow>(PEOPLE, [community.id]);
    await this.note(actor, 'communities.members-exported', people.length, community.id);
    const cells = people.map(({ name, headline, organisation, role, languages, themes, canHelp }) => [
      name,
      headline,
      organisation,
      role,
      languages.join('; '),
      words(themes, actor.language),
      canHelp,
    ]);
    return csvOf([PEOPLE_HEAD, ...cells]);
  }

  /** @throws NotFound for everyone but administrators */
  async organisations(actor: Actor): Promise<string> {
    if (!actor.isAdministrator) throw new NotFound();
    const rows = await this.database.read<OrganisationRow>(ALL, []);
    await this.note(actor, 'communities.organisations-exported', rows.length, null);
    return organisationTable(rows, actor.language);
  }

  /** Kept before the table leaves. */
  private async note(
    actor: Actor,
    act: 'communities.organisations-exported' | 'communities.members-exported',
    count: number,
    communityId: string | null,
  ): Promise<void> {
    const subject = communityId ? ({ kind: 'community', id: communityId } as const) : ({ kind: 'server', id: null } as const);
    await this.database.transaction((tx) =>
      this.audit.note(tx, actor, act, { ...(communityId && { communityId }), subject, details: { count } }),
    );
  }
}

const words = (terms: Labels[], language: string) => terms.map((labels) => wordIn(labels, language)).join('; ');
const yes = (is: boolean) => (is ? 'yes' : 'no');

const organisationTable = (rows: OrganisationRow[], language: string): string =>
  csvOf([
    ORGANISATION_HEAD,
    ...rows.map((row) => [
      row.name,
      row.type,
      row.level,
      row.country,
      row.city,
      row.citiesServed.join('; '),
      row.size,
      row.languages.join('; '),
      words(row.themes, language),
      words(row.targetGroups, language),
      yes(row.isNewToField),
      yes(row.isMigrantLed),
      yes(row.isVerified),
      row.website,
      row.about,
    ]),
  ]);
