import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, onConstraint, type Tx } from '#platform/database';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { TieIsSettled } from '../communities.errors.js';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { CommunityTie, TieKind } from './community-tie.entity.js';
import { FamilyTree } from './family-tree.js';
import { TieTrail } from './tie-trail.js';
import {
  type AddOutsidePartnerInput,
  type AnswerTieInput,
  type DetachCommunityInput,
  type EndTieInput,
  type ProposeTieInput,
  Relation,
} from './family.inputs.js';

onConstraint('community_tie_once', () => new Conflict('This tie is there already, or proposed.', 'TIE_IS_THERE'));

/** Two communities that are to hang together, both open. */
interface Pair {
  kind: TieKind;
  /** Of a part: the smaller one. */
  one: Community;
  /** Of a part: the larger one. */
  other: Community;
}

/** Parts and partners: what one side proposes, the other agrees to. Every answer is the community from whose page one acts. */
@Injectable()
export class Ties {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly tree: FamilyTree,
    private readonly events: Events,
    private readonly trail: TieTrail,
    private readonly clock: Clock,
  ) {}

  /** Who coordinates both sides ties them at once. @throws Invalid, FamilyWouldTurn */
  propose(actor: Actor, input: ProposeTieInput): Promise<Community> {
    return this.changing(actor, input.mutationKey, async (tx) => {
      const asked = await tx.findOneBy(Community, { slug: input.otherSlug });
      const unknown = () => Invalid.field('otherSlug', 'UNKNOWN_COMMUNITY', 'There is no such community here.');
      if (!asked || !communityPolicy.read(actor, asked)) throw unknown();
      if (asked.id === uuid(input.communityId)) throw Invalid.field('otherSlug', 'SAME_COMMUNITY', 'A community cannot be tied to itself.');
      const isChild = input.relation === Relation.PART_OF;
      const {
        first,
        second,
        actor: now,
      } = await this.openBoth(tx, actor, isChild ? asked.id : input.communityId, isChild ? input.communityId : asked.id);
      const [own, other] = isChild ? [second, first] : [first, second];
      authorize(now, communityPolicy, 'connect', own);
      if (other.archivedAt) throw unknown();
      const pair: Pair =
        input.relation === Relation.PARTNER
          ? { kind: TieKind.PARTNER, one: own, other }
          : { kind: TieKind.PART, one: isChild ? own : other, other: isChild ? other : own };
      if (pair.kind === TieKind.PART) {
        if (pair.one.parentId === pair.other.id) throw new Conflict('It is a part of it already.', 'TIE_IS_THERE');
        this.tree.mustHold(pair.other, pair.one.kind, 'otherSlug');
      }
      const at = this.clock.now();
      const tie = await tx.save(
        tx.create(CommunityTie, {
          kind: pair.kind,
          communityId: pair.one.id,
          otherId: pair.other.id,
          proposedFromId: own.id,
          proposedById: now.personId,
          note: input.note || null,
          createdAt: at,
          agreedAt: null,
        }),
      );
      const act = { kind: pair.kind, ownId: own.id, otherId: other.id };
      if (communityPolicy.connect(now, other)) {
        await this.agree(tx, tie, pair, at);
        await this.trail.note(tx, now, 'communities.tie-agreed', act);
      } else {
        await this.trail.note(tx, now, 'communities.tie-proposed', act);
        await this.events.publish(tx, 'communities.tie-proposed', {
          communityId: own.id,
          askedId: other.id,
          tieId: tie.id,
          proposedById: now.personId,
        });
      }
      return own.id;
    });
  }

  addOutside(actor: Actor, input: AddOutsidePartnerInput): Promise<Community> {
    return this.changing(actor, input.mutationKey, async (tx) => {
      const { community, actor: now } = await this.tree.open(tx, actor, input.communityId);
      authorize(now, communityPolicy, 'connect', community);
      const at = this.clock.now();
      await tx.insert(CommunityTie, {
        kind: TieKind.PARTNER,
        communityId: community.id,
        proposedFromId: community.id,
        proposedById: now.personId,
        outsideName: input.name,
        outsideUrl: input.url,
        note: input.note || null,
        createdAt: at,
        agreedAt: at,
      });
      await this.trail.note(tx, now, 'communities.partner-added', { kind: TieKind.PARTNER, ownId: community.id, otherId: null });
      return community.id;
    });
  }

  /** Only the side that was asked answers; of two answers the first counts. @throws TieIsSettled */
  answer(actor: Actor, input: AnswerTieInput): Promise<Community> {
    return this.changing(actor, input.mutationKey, async (tx) => {
      const { tie, pair, actor: now } = await this.openTie(tx, actor, input.tieId);
      const [asked, proposer] = tie.proposedFromId === pair.one.id ? [pair.other, pair.one] : [pair.one, pair.other];
      if (!communityPolicy.connect(now, asked)) throw this.hidden(now, pair);
      if (tie.agreedAt) throw new TieIsSettled();
      if (input.agree) await this.agree(tx, tie, pair, this.clock.now());
      else await tx.delete(CommunityTie, { id: tie.id });
      const act = input.agree ? 'communities.tie-agreed' : 'communities.tie-declined';
      await this.trail.note(tx, now, act, { kind: tie.kind, ownId: asked.id, otherId: proposer.id });
      await this.events.publish(tx, 'communities.tie-answered', {
        communityId: proposer.id,
        askedId: asked.id,
        tieId: tie.id,
        answeredById: now.personId,
        isAgreed: input.agree,
        proposedById: tie.proposedById,
      });
      return asked.id;
    });
  }

  /** Either side ends a partnership; only the proposing side takes a proposal back. */
  end(actor: Actor, input: EndTieInput): Promise<Community> {
    return this.changing(actor, input.mutationKey, async (tx) => {
      const found = await tx.findOneBy(CommunityTie, { id: uuid(input.tieId) });
      if (!found) throw new NotFound();
      const own = await this.tree.open(tx, actor, found.proposedFromId);
      const otherId = found.communityId === found.proposedFromId ? found.otherId : found.communityId;
      const other = otherId && found.agreedAt ? await tx.findOneBy(Community, { id: otherId }) : null;
      const from = communityPolicy.connect(own.actor, own.community)
        ? own.community
        : other && communityPolicy.connect(actor, other)
          ? other
          : null;
      if (!from) throw found.agreedAt ? new Forbidden() : new NotFound();
      const { affected } = await tx.delete(CommunityTie, { id: found.id });
      if (!affected) throw new TieIsSettled();
      await this.trail.note(tx, actor, found.agreedAt ? 'communities.tie-ended' : 'communities.tie-taken-back', {
        kind: found.kind,
        ownId: from.id,
        otherId: from.id === found.proposedFromId ? otherId : found.proposedFromId,
      });
      return from.id;
    });
  }

  /** Either side may part from the other. */
  detach(actor: Actor, input: DetachCommunityInput): Promise<Community> {
    return this.changing(actor, input.mutationKey, async (tx) => {
      await this.tree.lock(tx);
      const child = await tx.findOneBy(Community, { id: uuid(input.communityId) });
      if (!child || !communityPolicy.read(actor, child)) throw new NotFound();
      if (!child.parentId) throw new Conflict('It is not a part of another community.', 'NO_PARENT');
      const { first: parent, second: part, actor: now } = await this.openBoth(tx, actor, child.parentId, child.id);
      if (!communityPolicy.connect(now, part) && !communityPolicy.connect(now, parent)) throw new Forbidden();
      if (part.circleOfId) throw new Conflict('The circle of coordinators belongs to its whole. Archive it instead.', 'CIRCLE_STAYS');
      await this.tree.detach(tx, part);
      const [own, other] = communityPolicy.connect(now, part) ? [part, parent] : [parent, part];
      await this.trail.note(tx, now, 'communities.tie-ended', { kind: TieKind.PART, ownId: own.id, otherId: other.id });
      return own.id;
    });
  }

  private async agree(tx: Tx, tie: CommunityTie, { kind, one, other }: Pair, at: Date): Promise<void> {
    if (kind === TieKind.PARTNER) {
      await tx.update(CommunityTie, { id: tie.id }, { agreedAt: at });
      return;
    }
    await this.tree.attach(tx, one, other);
    // What it was proposed to be is what it is now; what else it was proposed to be is settled with it.
    await tx.delete(CommunityTie, { kind: TieKind.PART, communityId: one.id, agreedAt: IsNull() });
  }

  private async openTie(tx: Tx, actor: Actor, tieId: string) {
    const found = await tx.findOneBy(CommunityTie, { id: uuid(tieId) });
    if (!found?.otherId) throw new NotFound();
    const { first, second, actor: now } = await this.openBoth(tx, actor, found.otherId, found.communityId);
    const tie = await tx.findOneBy(CommunityTie, { id: found.id });
    if (!tie) throw communityPolicy.connect(now, first) || communityPolicy.connect(now, second) ? new TieIsSettled() : new NotFound();
    return { tie, pair: { kind: tie.kind, one: second, other: first }, actor: now };
  }

  /** The tree first, then the larger community, then the smaller: the order of all who lock several. */
  private async openBoth(tx: Tx, actor: Actor, firstId: string, secondId: string) {
    await this.tree.lock(tx);
    const first = await this.tree.open(tx, actor, firstId);
    const second = await this.tree.open(tx, first.actor, secondId);
    return { first: first.community, second: second.community, actor: second.actor };
  }

  /** Proposals are there only for those who decide about them. */
  private hidden(actor: Actor, { one, other }: Pair): NotFound | Forbidden {
    return communityPolicy.connect(actor, one) || communityPolicy.connect(actor, other) ? new Forbidden() : new NotFound();
  }

  private async changing(actor: Actor, mutationKey: string | undefined, change: (tx: Tx) => Promise<string>): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => ({ id: await change(tx) }),
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }
}
