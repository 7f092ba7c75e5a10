import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Communities, type Community, MembershipRole, MembershipRoll, Merging, reaches } from '#domain/communities';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Forbidden, Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import type { CommunityHealth, CrossBorder, HealthMonth, HealthWeek, Repertoire } from './community-health.js';
import type { SetWishedMixInput, ShareHealthInput } from './health.inputs.js';
import { CROSS_BORDER, MIXES, MONTHS, NOTE_CHANGE, REPERTOIRE, SHARE, SHARING, WEEKS, WISHES } from './health.queries.js';
import { type CountedShare, mixesOf, type Wish } from './mixes.js';
import { FEW, suppressed } from './suppress.js';
import { WishedShare } from './wished-mix.entity.js';

/** How communities stand. Counts alone: small ones are hidden, nothing is counted by person, closed groups are left out. */
@Injectable()
export class Health implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly merging: Merging,
  ) {}

  onModuleInit(): void {
    // The years of a community that became part of another stay its own.
    this.merging.keep('membership_change', 'wished_share', 'health_sharing');
    const note = (id: string, communityId: string, by: 1 | -1, at: Date | string) =>
      this.database.read(NOTE_CHANGE, [id, communityId, by, at]).then(() => undefined);
    this.events.listen('communities.member-joined', 'insights.count-joined', ({ id, payload, occurredAt }) =>
      note(id, payload.communityId, 1, occurredAt),
    );
    this.events.listen('communities.member-left', 'insights.count-left', ({ id, payload, occurredAt }) =>
      note(id, payload.communityId, -1, occurredAt),
    );
    this.events.listen('communities.member-removed', 'insights.count-removed', ({ id, payload, occurredAt }) =>
      note(id, payload.communityId, -1, occurredAt),
    );
  }

  /** For facilitators and coordinators; for members where the community says so. @throws Forbidden */
  async of(actor: Actor, communityId: string): Promise<CommunityHealth> {
    const community = await this.communities.get(actor, communityId);
    const [sharing] = await this.database.read<{ isForMembers: boolean }>(SHARING, [community.id]);
    const isForMembers = sharing?.isForMembers ?? false;
    if (!mayReadHealth(actor, community, isForMembers)) throw new Forbidden();
    const now = this.clock.now();
    const dated = [community.id, now];
    const counted = await this.database.read<CountedShare>(MIXES, [community.id]);
    const wishes = await this.database.read<Wish>(WISHES, [community.id]);
    const weeks = await this.database.read<HealthWeek>(WEEKS, dated);
    const months = await this.database.read<{ begins: Date; joined: number; left: number }>(MONTHS, dated);
    const [repertoire] = await this.database.read<Repertoire>(REPERTOIRE, dated);
    const [met] = await this.database.read<{ threads: number; across: number }>(CROSS_BORDER, dated);
    return {
      id: community.id,
      isForMembers,
      viewerMayEdit: mayEditHealth(actor, community),
      mixes: mixesOf(counted, wishes),
      weeks,
      months: months.map(({ begins, joined, left }): HealthMonth => ({ begins, joined: unlessFew(joined), left: unlessFew(left) })),
      repertoire: repertoire ?? { threads: 0, needs: 0, sessions: 0, positions: 0 },
      crossBorder: crossBorderOf(met ?? { threads: 0, across: 0 }),
    };
  }

  /** @throws Invalid when more is wished than a whole */
  async wish(actor: Actor, input: SetWishedMixInput): Promise<CommunityHealth> {
    const sum = input.shares.reduce((all, { percent }) => all + percent, 0);
    if (sum > 100) throw Invalid.field('shares', 'MORE_THAN_ALL', `Together these are ${sum} of 100. Lower some.`);
    const { communityId, mix, shares } = input;
    await this.database.transaction(async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, communityId);
      authorizeEdit(now, community);
      await tx.delete(WishedShare, { communityId, mix });
      if (shares.length)
        await tx.insert(
          WishedShare,
          shares.map(({ key, percent }) => ({ communityId, mix, key, percent })),
        );
    });
    return this.of(actor, communityId);
  }

  async share(actor: Actor, { communityId, isForMembers }: ShareHealthInput): Promise<CommunityHealth> {
    await this.database.transaction(async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, communityId);
      authorizeEdit(now, community);
      await this.database.run(tx, SHARE, [communityId, isForMembers]);
    });
    return this.of(actor, communityId);
  }
}

const mayEditHealth = (actor: Actor, { id }: Community): boolean => reaches(actor.roleIn(id), MembershipRole.COORDINATOR);

/** Also in an archived community: it is part of what is read there. */
const mayReadHealth = (actor: Actor, { id }: Community, isForMembers: boolean): boolean =>
  reaches(actor.standingIn(id), isForMembers ? MembershipRole.ADVISOR : MembershipRole.FACILITATOR);

function authorizeEdit(actor: Actor, community: Community | null): asserts community is Community {
  if (!community || !actor.isMemberOf(community.id)) throw new NotFound();
  if (!mayEditHealth(actor, community)) throw new Forbidden();
}

const unlessFew = (count: number): number | null => (count > 0 && count < FEW ? null : count);

/** The number of all discussions is no secret, so the two parts of it are hidden like any counts with a total. */
const crossBorderOf = ({ threads, across }: { threads: number; across: number }): CrossBorder => ({
  threads,
  across: suppressed([across, threads - across])[0] ?? null,
});
