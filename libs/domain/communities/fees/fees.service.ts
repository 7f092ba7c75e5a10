import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Forbidden, Invalid } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, pageOf } from '#platform/graphql';
import { Communities } from '../communities.service.js';
import type { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { Fee, FeeLine, FeeRule } from './fee.entities.js';
import { FeeBlocks } from './fee.enums.js';
import * as sql from './fees.queries.js';
import type { FeeLinesArgs, NoteFeesInput, SetFeeRuleInput } from './fees.inputs.js';

/** The community decided so, and the grace period is over. */
export class FeeUnpaid extends Forbidden {
  constructor() {
    super(
      'In this community new posts wait until the fee is settled. Reading, sessions, answers for your organisation and everything you wrote stay open. Write to a coordinator: a fee can be waived.',
      'FEE_UNPAID',
    );
  }
}

/** Fees are notes: seen by coordinators and by those concerned, in no export and no list for others. */
@Injectable()
export class Fees {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The rule that members live under; null for others, and where fees keep from nothing. */
  async rule(actor: Actor, community: Community): Promise<FeeRule | null> {
    if (!actor.isMemberOf(community.id)) return null;
    return this.database.dataSource.manager.findOneBy(FeeRule, { communityId: community.id });
  }

  /** What is noted of the viewer, and of organisations that the viewer acts for or holds a seat of here. */
  async ofViewer(actor: Actor, community: Community): Promise<Fee[]> {
    if (!actor.isMemberOf(community.id)) return [];
    const values = [community.id, actor.personId, [...actor.signedIn.organisationIds]];
    const rows = await this.database.read<{ fee: Fee }>(sql.FEES_OF_VIEWER, values);
    return rows.map(({ fee }) => this.asFee(fee));
  }

  /** Those who may owe a fee; none for those who do not coordinate. */
  async lines(actor: Actor, community: Community, { first = 20, after, period, of, state }: FeeLinesArgs): Promise<Page<FeeLine>> {
    const cursor = decodeCursor(after, ['string', 'uuid']);
    if (!communityPolicy.edit(actor, community)) return pageOf<FeeLine>([], 1, () => '');
    const values = [community.id, period, state ?? null, first + 1, ...(cursor ?? [])];
    const rows = await this.database.read<FeeLine>(sql.feeLines(of, cursor !== null), values);
    const lines = rows.map((row) => Object.assign(row, { fee: row.fee ? this.asFee(row.fee) : null }));
    return pageOf(lines, first, ({ sortName, payerId }) => encodeCursor(sortName, payerId), cursor !== null);
  }

  /** The periods there are notes for, the latest first; none for those who do not coordinate. */
  async periods(actor: Actor, community: Community): Promise<string[]> {
    if (!communityPolicy.edit(actor, community)) return [];
    return (await this.database.read<{ period: string }>(sql.FEE_PERIODS, [community.id])).map(({ period }) => period);
  }

  async setRule(actor: Actor, { communityId, blocks, graceDays }: SetFeeRuleInput): Promise<Community> {
    await this.database.transaction(async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, communityId);
      authorize(now, communityPolicy, 'edit', community);
      const before = await tx.findOneBy(FeeRule, { communityId: community.id });
      // What is made stricter begins today; what is made milder does not start the grace anew.
      const isStricter = blocks === FeeBlocks.NEW_POSTS && (before?.blocks !== blocks || graceDays < before.graceDays);
      const since = isStricter ? this.today() : (before?.since ?? this.today());
      await tx.save(tx.create(FeeRule, { communityId: community.id, blocks, graceDays, since }));
      await this.audit.note(tx, now, 'communities.fee-rule-changed', {
        communityId: community.id,
        subject: { kind: 'community', id: community.id },
        details: { blocks, graceDays },
      });
    });
    return this.communities.seenBy(actor, communityId);
  }

  /** Who is not, or no longer, here is left out silently: the list that was chosen from may be a moment old. */
  async note(actor: Actor, input: NoteFeesInput): Promise<Community> {
    if (input.amount && !input.currency) throw Invalid.field('currency', 'CURRENCY_NEEDED', 'Say in which currency, like EUR.');
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
        authorize(now, communityPolicy, 'edit', community);
        const { period, state, amount, currency, dueOn, note } = input;
        const said = [community.id, period, state, amount || null, currency || null, dueOn || null, note || null];
        const noted: string[] = [];
        for (const [statement, ids] of [
          [sql.NOTE_FEES_OF_MEMBERS, input.membershipIds],
          [sql.NOTE_FEES_OF_ORGANISATIONS, input.organisationIds],
        ] as const) {
          if (ids.length === 0) continue;
          const rows = await this.database.run<{ id: string }>(tx, statement, [...said, this.clock.now(), now.personId, ids]);
          noted.push(...rows.map((row) => row.id));
        }
        // How many and how, not whose: the trail is read by all coordinators for years.
        await this.audit.note(tx, now, 'communities.fees-noted', {
          communityId: community.id,
          subject: { kind: 'community', id: community.id },
          details: { state, period, count: noted.length },
        });
        if (noted.length > 0)
          await this.events.publish(tx, 'communities.fees-noted', { communityId: community.id, feeIds: noted, notedById: now.personId });
        return { id: community.id };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** @throws FeeUnpaid where the community lets an unpaid fee keep from new posts, and the grace period is over */
  async mustMayPost(actor: Actor, communityId: string): Promise<void> {
    const [found] = await this.database.read<{ stops: boolean }>(sql.FEE_STOPS, [actor.personId, communityId, this.today()]);
    if (found?.stops) throw new FeeUnpaid();
  }

  private asFee(row: Fee): Fee {
    const fee = Object.assign(new Fee(), row, { notedAt: new Date(row.notedAt) });
    return Object.assign(fee, { isStopping: Boolean(fee.stopsOn && fee.stopsOn <= this.today()) });
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}
