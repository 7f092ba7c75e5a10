import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { Actor, authorize, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { CommunityKind, MembershipRole } from '../community.enums.js';
import { communityPolicy } from '../community.policy.js';
import { FamilyTree } from '../family/family-tree.js';
import { Founding } from '../founding.service.js';
import { MembershipRoll } from '../membership-roll.js';
import { Membership } from '../membership.entity.js';
import { Petition, PetitionState, PetitionSupport } from './petition.entities.js';
import type {
  AnswerPetitionInput,
  SetPetitionThresholdInput,
  StartPetitionInput,
  SupportPetitionInput,
  WithdrawPetitionInput,
} from './petitions.inputs.js';

const COLUMNS = `p.id, p.community_id as "communityId", p.kind, p.title, p.task, p.ends_on::text as "endsOn", p.threshold, p.supporter_count as "supporterCount",
  p.state, p.open_until as "openUntil", p.petitioner_id as "petitionerId", p.opened_id as "openedId", p.reason, p.created_at as "createdAt",
  exists (select from petition_support s where s.petition_id = p.id and s.person_id = $1::uuid) as "viewerSupports"`;
const PETITIONS: Statement = {
  name: 'petitions.of',
  text: `select ${COLUMNS} from petition p where p.community_id = $2 order by p.state = 'OPEN' desc, p.created_at desc, p.id limit 200`,
};
const PETITION: Statement = { name: 'petitions.by-id', text: `select ${COLUMNS} from petition p where p.id = $2` };
/** Supporters who are members of the community today. */
const SUPPORTERS: Statement = {
  name: 'petitions.supporters',
  text: `select s.person_id as "personId" from petition_support s join petition p on p.id = s.petition_id
           join membership m on m.community_id = p.community_id and m.person_id = s.person_id
          where p.id = $1 order by s.supported_at, s.person_id`,
};
const THRESHOLDS: Statement = {
  name: 'petitions.thresholds',
  text: `select id, petition_threshold as threshold from community where id = any($1::uuid[])`,
};

/** It was decided, taken back, or its time is over. */
class PetitionIsOver extends Conflict {
  constructor() {
    super('This petition is over. Look again.', 'PETITION_IS_OVER');
  }
}

/** Members ask, members support, and at the threshold it opens, once. Everything happens under the lock of the community. */
@Injectable()
export class Petitions {
  constructor(
    private readonly database: Database,
    private readonly founding: Founding,
    private readonly tree: FamilyTree,
    private readonly roll: MembershipRoll,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Open ones first, then the latest; for members. */
  async list(actor: Actor, community: Pick<Community, 'id'>): Promise<Petition[]> {
    if (!actor.isMemberOf(community.id)) return [];
    return (await this.database.read<Petition>(PETITIONS, [actor.personId, community.id])).map((row) => Object.assign(new Petition(), row));
  }

  readonly thresholds: Batch<string, number> = async (ids) => {
    const rows = await this.database.read<{ id: string; threshold: number }>(THRESHOLDS, [ids]);
    return ids.map((id) => rows.find((row) => row.id === id)?.threshold ?? null);
  };

  /** What one asks for, one supports. @throws Invalid */
  start(actor: Actor, input: StartPetitionInput): Promise<Petition> {
    return this.acting(actor, input.mutationKey, async (tx) => {
      const { community, actor: now } = await this.open(tx, actor, input.communityId);
      authorize(now, communityPolicy, 'raiseNeed', community);
      const at = this.clock.now();
      if (input.kind !== CommunityKind.TASK_FORCE && input.kind !== CommunityKind.WORKING_GROUP)
        throw Invalid.field('kind', 'NOT_TO_BE_ASKED', 'Ask for a task force or a working group.');
      this.tree.mustHold(community, input.kind, 'kind');
      if (input.kind === CommunityKind.TASK_FORCE && !input.endsOn)
        throw Invalid.field('endsOn', 'NEEDED_BY_KIND', 'A task force has a day on which it ends.');
      if (input.openUntil <= at) throw Invalid.field('openUntil', 'IN_THE_PAST', 'This time is over. Choose one that is still to come.');
      const [threshold] = await this.thresholds([community.id]);
      const petition = await tx.save(
        tx.create(Petition, {
          communityId: community.id,
          kind: input.kind,
          title: input.title,
          task: input.task,
          endsOn: input.endsOn ?? null,
          threshold: threshold ?? 5,
          supporterCount: 1,
          state: PetitionState.OPEN,
          openUntil: input.openUntil,
          petitionerId: now.personId,
          createdAt: at,
        }),
      );
      await tx.insert(PetitionSupport, { petitionId: petition.id, personId: now.personId, supportedAt: at });
      await this.events.publish(tx, 'communities.petition-started', {
        communityId: community.id,
        petitionId: petition.id,
        petitionerId: now.personId,
      });
      return petition.id;
    });
  }

  /** The supporter who reaches the threshold opens it. @throws PetitionIsOver */
  support(actor: Actor, input: SupportPetitionInput): Promise<Petition> {
    return this.acting(actor, input.mutationKey, async (tx) => {
      const { petition, community, actor: now } = await this.openPetition(tx, actor, input.petitionId);
      authorize(now, communityPolicy, 'raiseNeed', community);
      this.mustBeOpen(petition);
      const mine = { petitionId: petition.id, personId: now.personId };
      const supports = await tx.existsBy(PetitionSupport, mine);
      if (supports === input.isSupported) return petition.id;
      if (input.isSupported) await tx.insert(PetitionSupport, { ...mine, supportedAt: this.clock.now() });
      else await tx.delete(PetitionSupport, mine);
      petition.supporterCount += input.isSupported ? 1 : -1;
      await tx.update(Petition, { id: petition.id }, { supporterCount: petition.supporterCount });
      if (petition.supporterCount >= petition.threshold) {
        // Who came last is not told: supporters are a number.
        await this.note(tx, null, 'communities.petition-reached', petition);
        await this.grant(tx, now, petition, community);
      }
      return petition.id;
    });
  }

  /** Coordinators may open it earlier, or refuse with a reason. @throws PetitionIsOver, Invalid */
  answer(actor: Actor, input: AnswerPetitionInput): Promise<Petition> {
    return this.acting(actor, input.mutationKey, async (tx) => {
      const { petition, community, actor: now } = await this.openPetition(tx, actor, input.petitionId);
      authorize(now, communityPolicy, 'connect', community);
      this.mustBeOpen(petition);
      if (input.grant) {
        await this.note(tx, now, 'communities.petition-granted', petition);
        await this.grant(tx, now, petition, community);
        return petition.id;
      }
      if (!input.reason || input.reason.length < 5)
        throw Invalid.field('reason', 'REASON_REQUIRED', 'Say in at least 5 characters why not.');
      await this.note(tx, now, 'communities.petition-refused', petition);
      await this.settle(tx, now, petition, { state: PetitionState.REFUSED, reason: input.reason });
      return petition.id;
    });
  }

  withdraw(actor: Actor, input: WithdrawPetitionInput): Promise<Petition> {
    return this.acting(actor, input.mutationKey, async (tx) => {
      const { petition, actor: now } = await this.openPetition(tx, actor, input.petitionId);
      if (!now.is(petition.petitionerId) || !now.takesPartIn(petition.communityId)) throw new Forbidden();
      this.mustBeOpen(petition);
      await tx.update(Petition, { id: petition.id }, { state: PetitionState.WITHDRAWN });
      return petition.id;
    });
  }

  /** Counts for petitions to come. */
  async setThreshold(actor: Actor, input: SetPetitionThresholdInput): Promise<string> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.open(tx, actor, input.communityId);
        authorize(now, communityPolicy, 'edit', community);
        await tx.update(Community, { id: community.id }, { petitionThreshold: input.threshold });
        await this.audit.note(tx, now, 'communities.petition-threshold-set', {
          communityId: community.id,
          subject: { kind: 'community', id: community.id },
          details: { count: input.threshold },
        });
        return { id: community.id };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return id;
  }

  /** Whoever asked coordinates it, the supporters are its members; those who have left the community meanwhile are not. */
  private async grant(tx: Tx, actor: Actor, petition: Petition, community: Community): Promise<void> {
    const { id, kind, title, task, endsOn, petitionerId } = petition;
    this.tree.mustHold(community, kind, 'petitionId');
    const supporters = (await this.database.run<{ personId: string }>(tx, SUPPORTERS, [id])).map(({ personId }) => personId);
    const isIn = await tx.existsBy(Membership, { communityId: community.id, personId: petitionerId });
    const coordinatorId = isIn ? petitionerId : (supporters[0] ?? actor.personId);
    const { level, countries, languages, themeIds, visibility, joinPolicy, charter } = community;
    const opened = await this.founding.foundFor(
      tx,
      null,
      {
        name: title, kind, level, countries, languages, themeIds, visibility, joinPolicy, summary: task, task, endsOn, parentId: community.id,
        charter: { domain: task, community: charter.community, practice: charter.practice },
      }, // prettier-ignore
      coordinatorId,
    );
    for (const personId of supporters)
      if (personId !== coordinatorId) await this.roll.add(tx, opened, { personId, organisationId: null, role: MembershipRole.MEMBER });
    await this.settle(tx, actor, petition, { state: PetitionState.GRANTED, openedId: opened.id });
  }

  private note(
    tx: Tx,
    by: Actor | null,
    act: 'communities.petition-reached' | 'communities.petition-granted' | 'communities.petition-refused',
    { id, communityId }: Petition,
  ): Promise<void> {
    return this.audit.note(tx, by, act, { communityId, subject: { kind: 'petition', id }, details: {} });
  }

  private async settle(tx: Tx, actor: Actor, { id, communityId }: Petition, answer: Partial<Petition>): Promise<void> {
    const { state, reason, openedId } = answer as Pick<Petition, 'state' | 'reason' | 'openedId'>;
    await tx.update(Petition, { id }, { state, ...(reason && { reason }), ...(openedId && { openedId }) });
    await this.events.publish(tx, 'communities.petition-decided', {
      communityId,
      petitionId: id,
      decidedById: actor.personId,
      isGranted: state === PetitionState.GRANTED,
    });
  }

  private mustBeOpen(petition: Petition): void {
    if (petition.standsAt(this.clock.now()) !== PetitionState.OPEN) throw new PetitionIsOver();
  }

  /** The tree first: what opens becomes a part. */
  private async open(tx: Tx, actor: Actor, communityId: string) {
    await this.tree.lock(tx);
    return this.tree.open(tx, actor, communityId);
  }

  /** Petitions are for members. @throws NotFound */
  private async openPetition(tx: Tx, actor: Actor, petitionId: string) {
    const found = await tx.findOneBy(Petition, { id: uuid(petitionId) });
    if (!found) throw new NotFound();
    const { community, actor: now } = await this.open(tx, actor, found.communityId);
    const petition = await tx.findOneBy(Petition, { id: found.id });
    if (!petition || !now.isMemberOf(community.id)) throw new NotFound();
    return { petition, community, actor: now };
  }

  private async acting(actor: Actor, mutationKey: string | undefined, act: (tx: Tx) => Promise<string>): Promise<Petition> {
    const { id } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => ({ id: await act(tx) }),
      (petitionId) => Promise.resolve({ id: petitionId }),
    );
    const [petition] = await this.database.read<Petition>(PETITION, [actor.personId, uuid(id)]);
    if (!petition) throw new NotFound();
    return Object.assign(new Petition(), petition);
  }
}
