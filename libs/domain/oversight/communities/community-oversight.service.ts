import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Community, Membership, MembershipRole, MembershipRoll } from '#domain/communities';
import { inUse, type Person, Standings } from '#domain/people';
import { Audit } from '#platform/audit';
import { type Actor, mustBeFresh } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, type Statement, type Tx } from '#platform/database';
import { Conflict, NotFound } from '#platform/errors';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf } from '#platform/graphql';
import { translate } from '#platform/i18n';
import { type Limit, Limits } from '#platform/limits';
import { Mailer } from '#platform/mail';
import { type AppointCoordinatorInput, OverseenCommunity, type WriteToCoordinatorsInput } from './overseen-community.js';

const KIND = 'oversight.message';
const A_DAY: Limit = { purpose: 'write-to-coordinators', tries: 50, seconds: 86_400 };

const COORDINATORS = `from membership m join person p on p.id = m.person_id where m.community_id = c.id and m.role = 'COORDINATOR' and ${inUse('p')}`;
const COLUMNS = `c.id, c.slug, c.name, c.visibility, c.member_count as "memberCount", c.created_at as "createdAt", c.last_activity_at as "lastActivityAt",
  plain(c.name) as "sortName", (select count(*)::int ${COORDINATORS}) as "coordinatorCount"`;

/** Those that nobody coordinates are found with $4. */
const PAGE: Statement = {
  name: 'overseen-community.page',
  text: `select ${COLUMNS} from community c
          where c.merged_into_id is null and ($1::text is null or plain(c.name) like plain($1)) and ($2::text is null or (plain(c.name), c.id) > ($2, $3::uuid))
            and (not $4::boolean or not exists (select ${COORDINATORS}))
          order by plain(c.name), c.id limit $5`,
};
const ONE: Statement = {
  name: 'overseen-community.get',
  text: `select ${COLUMNS} from community c where c.id = $1 and c.merged_into_id is null`,
};
const ADDRESSES: Statement = {
  name: 'overseen-community.addresses',
  text: `select p.email, p.language from community c, lateral (select p.email, p.language ${COORDINATORS}) p where c.id = $1`,
};

/** Only where nobody is left may somebody from outside say who coordinates. */
export class HasCoordinator extends Conflict {
  constructor() {
    super('This community has a coordinator; they decide who else is one.', 'HAS_COORDINATOR');
  }
}

/** What administrators may do for communities: see that they are there, write to their coordinators, appoint one where none is left. */
@Injectable()
export class CommunityOversight implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly roll: MembershipRoll,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly limits: Limits,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.mailer.define<{ subject: string; text: string; community: string }>(KIND, ({ subject, text, community }, { language }) => ({
      subject: translate(language, 'fromAdministration.subject'),
      blocks: [
        { kind: 'heading', text: subject },
        ...text.split(/\n{2,}/).map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
      ],
      reason: translate(language, 'fromAdministration.reason', { community, host: new URL(this.config.baseUrl).host }),
    }));
  }

  /** By name. @throws NotFound */
  async list(actor: Actor, text: string, withoutCoordinator: boolean, { first = 20, after }: PageArgs): Promise<Page<OverseenCommunity>> {
    if (!actor.isAdministrator) throw new NotFound();
    const cursor = decodeCursor(after, ['string', 'uuid']);
    const words = text.replaceAll('\0', '').trim().slice(0, 100);
    const pattern = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
    const values = [pattern, cursor?.[0] ?? null, cursor?.[1] ?? null, withoutCoordinator, first + 1];
    const rows = await this.database.read<OverseenCommunity>(PAGE, values);
    return pageOf(rows, first, (row) => encodeCursor(row.sortName, row.id), cursor !== null);
  }

  /** @throws HasCoordinator */
  appoint(actor: Actor, { communityId, personId, mutationKey }: AppointCoordinatorInput): Promise<OverseenCommunity> {
    return this.act(actor, communityId, mutationKey, async (tx, community, seen) => {
      if (seen.coordinatorCount > 0) throw new HasCoordinator();
      const person = await this.standings.lock(tx, personId);
      if (person.suspendedAt || person.leavingAt) throw new NotFound();
      const subject = { kind: 'person', id: person.id } as const;
      await this.audit.note(tx, actor, 'communities.coordinator-appointed', { communityId, subject, details: {} });
      await this.audit.note(tx, actor, 'oversight.coordinator-appointed', { subject, details: { communityId } });
      await this.makeCoordinator(tx, community, person);
    });
  }

  /** One mail to each of them; the administrator sees neither their names nor their addresses. */
  async write(actor: Actor, { communityId, subject, text, mutationKey }: WriteToCoordinatorsInput): Promise<OverseenCommunity> {
    if (!actor.isAdministrator) throw new NotFound();
    mustBeFresh(actor, this.clock.now());
    await this.limits.count(A_DAY, actor.personId);
    return this.act(actor, communityId, mutationKey, async (tx, community) => {
      const people = await this.database.run<{ email: string; language: string }>(tx, ADDRESSES, [communityId]);
      const about = { kind: 'community', id: communityId } as const;
      await this.audit.note(tx, actor, 'oversight.coordinators-written-to', { subject: about, details: { count: people.length } });
      for (const { email, language } of people)
        await this.mailer.send(tx, { kind: KIND, to: email, language, params: { subject, text, community: community.name } });
    });
  }

  private async makeCoordinator(tx: Tx, community: Community, person: Person): Promise<void> {
    const role = MembershipRole.COORDINATOR;
    const there = await tx.findOneBy(Membership, { communityId: community.id, personId: person.id });
    if (there) await this.roll.changeRole(tx, there, role);
    else await this.roll.add(tx, community, { personId: person.id, organisationId: null, role });
  }

  private async act(
    actor: Actor,
    communityId: string,
    mutationKey: string | undefined,
    move: (tx: Tx, community: Community, seen: OverseenCommunity) => Promise<void>,
  ): Promise<OverseenCommunity> {
    if (!actor.isAdministrator) throw new NotFound();
    mustBeFresh(actor, this.clock.now());
    const { id } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        const { community } = await this.roll.open(tx, actor, communityId);
        const [seen] = await this.database.run<OverseenCommunity>(tx, ONE, [communityId]);
        if (!community || !seen) throw new NotFound();
        await move(tx, community, seen);
        return { id: community.id };
      },
      (earlier) => Promise.resolve({ id: earlier }),
    );
    const [row] = await this.database.read<OverseenCommunity>(ONE, [id]);
    if (!row) throw new NotFound();
    return row;
  }
}
