import { Injectable } from '@nestjs/common';
import { inUse } from '#domain/people';
import { Actor, type ActorFacts, ActorSource, type GroupPart } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { Log } from '#platform/log';

const DAY = 86_400_000;
const IDLE = 14 * DAY;
/** A session's last use is noted at most this often: a read shall not cost a write. */
const NOTE_EVERY = 5 * 60_000;

/** $2 is now. */
const FACTS = `
  p.id as "personId", p.name, p.language, p.time_zone as "timeZone", p.is_administrator as "isAdministrator",
  (select coalesce(json_object_agg(m.community_id, m.role), '{}') from membership m where m.person_id = p.id) as roles,
  (select coalesce(json_object_agg(g.group_id, json_build_object('isKeeper', g.role = 'KEEPER', 'isArchived', r.archived_at is not null)), '{}')
     from group_membership g join community_group r on r.id = g.group_id where g.person_id = p.id) as groups,
  array(select c.id from community c where c.archived_at is not null
    and exists (select from membership m where m.community_id = c.id and m.person_id = p.id)) as "archivedIn",
  array(select s.organisation_id from organisation_seat s where s.person_id = p.id and s.has_mandate) as "organisationIds",
  array(select s.community_id || ' ' || s.organisation_id from community_seat s where s.holder_id = p.id and s.has_mandate) as mandates,
  array(select g.subject || ' ' || g.subject_id from guest g
    where g.person_id = p.id and g.accepted_at is not null and g.ended_at is null and g.until > $2) as "guestOf"`;

const BY_SESSION: Statement = {
  name: 'actor.by-session',
  text: `select ${FACTS}, session.id as "sessionId", session.created_at as "signedInAt", session.last_seen_at < $4 as "isStale"
           from sign_in_session session join person p on p.id = session.person_id
          where session.token_hash = $1 and session.expires_at > $2 and session.last_seen_at > $3 and ${inUse('p')}`,
};
const BY_API_TOKEN: Statement = {
  name: 'actor.by-api-token',
  text: `select ${FACTS}, null as "sessionId", t.id as "tokenId", coalesce(t.last_used_at < $3, true) as "isStale"
           from api_token t join person p on p.id = t.person_id where t.token_hash = $1 and t.expires_at > $2 and ${inUse('p')}`,
};
const BY_PERSON: Statement = {
  name: 'actor.by-person',
  text: `select ${FACTS}, null as "sessionId" from person p where p.id = $1 and ${inUse('p')}`,
};
const NOTE_SESSION: Statement = {
  name: 'actor.note-session',
  text: `update sign_in_session set last_seen_at = $2 where id = $1 and last_seen_at < $2`,
};
const NOTE_TOKEN: Statement = { name: 'actor.note-token', text: `update api_token set last_used_at = $2 where id = $1` };

interface FactsRow extends Omit<ActorFacts, 'roles' | 'groups' | 'archivedIn' | 'organisationIds' | 'mandates' | 'guestOf'> {
  roles: Record<string, string>;
  groups: Record<string, GroupPart>;
  organisationIds: string[];
  mandates: string[];
  guestOf: string[];
  archivedIn: string[];
  tokenId?: string;
  isStale?: boolean;
}

/** Who is acting, with roles by community, the groups they are in, the organisations they act for and the seats they answer from: one joined statement. */
@Injectable()
export class CommunityActorSource extends ActorSource {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  async bySession(tokenHash: Buffer): Promise<ActorFacts | null> {
    const now = this.clock.now();
    const [row] = await this.database.read<FactsRow>(BY_SESSION, [tokenHash, now, before(now, IDLE), before(now, NOTE_EVERY)]);
    if (row?.isStale && row.sessionId) this.note(NOTE_SESSION, row.sessionId, now);
    return factsOf(row);
  }

  async byApiToken(tokenHash: Buffer): Promise<ActorFacts | null> {
    const now = this.clock.now();
    const [row] = await this.database.read<FactsRow>(BY_API_TOKEN, [tokenHash, now, before(now, NOTE_EVERY)]);
    if (row?.isStale && row.tokenId) this.note(NOTE_TOKEN, row.tokenId, now);
    return factsOf(row);
  }

  async byPerson(personId: string): Promise<ActorFacts | null> {
    const [row] = await this.database.read<FactsRow>(BY_PERSON, [personId, this.clock.now()]);
    return factsOf(row);
  }

  /** The same person after their memberships changed, so that the answer to the change already shows their new rights. */
  async again(actor: Actor): Promise<Actor> {
    const facts = await this.byPerson(actor.personId);
    return facts ? new Actor({ ...facts, sessionId: actor.sessionId, signedInAt: actor.signedInAt }) : Actor.stranger;
  }

  /** Nobody waits for it, and a lost note does no harm. */
  private note(statement: Statement, id: string, now: Date): void {
    this.database.read(statement, [id, now]).catch((error: unknown) => this.log.error({ operation: statement.name }, error));
  }
}

const before = (moment: Date, milliseconds: number) => new Date(moment.getTime() - milliseconds);

const factsOf = (row: FactsRow | undefined): ActorFacts | null =>
  row
    ? {
        personId: row.personId,
        sessionId: row.sessionId,
        signedInAt: row.signedInAt ?? null,
        name: row.name,
        language: row.language,
        timeZone: row.timeZone,
        isAdministrator: row.isAdministrator,
        roles: new Map(Object.entries(row.roles)),
        groups: new Map(Object.entries(row.groups)),
        archivedIn: new Set(row.archivedIn),
        organisationIds: new Set(row.organisationIds),
        mandates: new Set(row.mandates),
        guestOf: new Set(row.guestOf),
      }
    : null;
