import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { THEMES, Vocabulary } from '#domain/vocabulary';
import { Audit } from '#platform/audit';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { type CommunityChanges } from './communities.audit.js';
import { CharterVersion } from './charter-version.entity.js';
import { Charter } from './charter.js';
import type { CharterInput, CreateCommunityInput, EditCommunityInput } from './communities.inputs.js';
import { noListStays } from './communities.errors.js';
import { Communities } from './communities.service.js';
import { Community } from './community.entity.js';
import { JoinPolicy, MembershipRole, Visibility } from './community.enums.js';
import { communityPolicy } from './community.policy.js';
import { FamilyTree } from './family/family-tree.js';
import { faultsOf, type Particulars } from './family/kinds.js';
import { MembershipRoll } from './membership-roll.js';
import { slugsFor } from './slug.js';

/** What a new community is, before it has an address. */
export type Described = Pick<
  Community,
  'name' | 'kind' | 'level' | 'countries' | 'languages' | 'themeIds' | 'summary' | 'visibility' | 'joinPolicy'
> &
  Partial<Omit<Community, 'charter'>> & { charter: CharterInput };

/** Founding a community, and writing its charter on. */
@Injectable()
export class Founding {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly tree: FamilyTree,
    private readonly vocabulary: Vocabulary,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** Who founds it coordinates it; as a part of another only where they coordinate that one too. */
  async create(actor: Actor, input: CreateCommunityInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { mutationKey: _, themes, parentId, ...described } = input;
        const parent = parentId ? await this.tree.openParent(tx, actor, parentId, input.kind) : null;
        const themeIds = await this.vocabulary.chosen(tx, THEMES, themes, 'themes');
        return this.found(tx, actor, { ...described, themeIds, parentId: parent?.id ?? null });
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** For the one who founds it. @throws Invalid */
  found(tx: Tx, actor: Actor, described: Described): Promise<Community> {
    return this.foundFor(tx, actor, described, actor.personId);
  }

  /** A community with its first charter and its coordinator; `by` is null where members asked for it together. A parent must be open in this transaction. @throws Invalid */
  async foundFor(tx: Tx, by: Actor | null, described: Described, coordinatorId: string): Promise<Community> {
    const now = this.clock.now();
    const faults = faultsOf(described.kind, particularsOf(described));
    if (faults.length > 0) throw new Invalid(faults);
    this.tree.mustNotStandAlone(described.kind, described.parentId ?? null);
    const charter = Object.assign(new Charter(), described.charter, { version: 1, updatedAt: now });
    const community = await this.insert(tx, { ...described, charter, createdAt: now, lastActivityAt: now });
    await this.keepVersion(tx, community.id, charter, coordinatorId, now);
    await this.events.publish(tx, 'communities.community-created', { communityId: community.id, createdById: coordinatorId });
    await this.audit.note(tx, by, 'communities.created', {
      communityId: community.id,
      subject: { kind: 'community', id: community.id },
      details: { kind: community.kind },
    });
    await this.roll.add(tx, community, { personId: coordinatorId, organisationId: null, role: MembershipRole.COORDINATOR });
    return community;
  }

  /** What is left out stays. A changed charter becomes its next version; the earlier ones are kept. */
  async edit(actor: Actor, input: EditCommunityInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
        authorize(now, communityPolicy, 'edit', community);
        const at = this.clock.now();
        const closes = input.visibility === Visibility.MEMBERS && community.visibility === Visibility.PUBLIC;
        const before = { visibility: community.visibility, joinPolicy: community.joinPolicy };
        const wasFollowing = community.inheritsMembers;
        community.name = input.name ?? community.name;
        community.summary = input.summary ?? community.summary;
        community.visibility = input.visibility ?? community.visibility;
        community.joinPolicy = input.joinPolicy ?? community.joinPolicy;
        if (before.joinPolicy === JoinPolicy.NO_LIST && community.joinPolicy !== JoinPolicy.NO_LIST) throw noListStays();
        community.allowsIndividuals = input.allowsIndividuals ?? community.allowsIndividuals;
        community.languages = input.languages ?? community.languages;
        community.countries = input.countries ?? community.countries;
        community.inheritsMembers = input.inheritsMembers ?? community.inheritsMembers;
        this.describe(community, input);
        if (input.themes) community.themeIds = await this.vocabulary.chosen(tx, THEMES, input.themes, 'themes', community.themeIds);
        await this.tree.mayStandSo(tx, community);
        const next = input.charter ? community.charter.rewritten(input.charter, at) : null;
        if (next) {
          community.charter = next;
          await this.keepVersion(tx, community.id, next, now.personId, at, input.charterNote);
        }
        await tx.save(community);
        if (wasFollowing !== community.inheritsMembers) await this.roll.bringInStep(tx, community);
        const { id: communityId, name, summary, visibility, joinPolicy } = community;
        await this.events.publish(tx, 'communities.community-edited', { communityId, editedById: now.personId });
        if (next) await this.events.publish(tx, 'communities.charter-written', { communityId, version: next.version, byId: now.personId });
        const changes: CommunityChanges = {
          ...(visibility !== before.visibility && { visibility }),
          ...(joinPolicy !== before.joinPolicy && { joinPolicy }),
          ...(next && { charterVersion: next.version }),
        };
        if (Object.keys(changes).length > 0)
          await this.audit.note(tx, now, 'communities.edited', {
            communityId,
            subject: { kind: 'community', id: communityId },
            details: changes,
          });
        await this.rooms.tell(tx, `community:${communityId}`, 'community-edited', { communityId, name, summary, visibility, joinPolicy });
        // The public loses what it could read: no socket hears more once this is answered.
        if (closes) this.database.afterCommit(tx, () => this.rooms.recheckAll());
        return { id: communityId };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** What only some kinds have. An empty text takes it away; communities from before there were rules are held to them only where they change. */
  private describe(community: Community, input: EditCommunityInput): void {
    const before = JSON.stringify(particularsOf(community));
    for (const name of ['task', 'endsOn', 'projectName', 'projectUrl'] as const) {
      if (input[name] !== undefined && input[name] !== null) community[name] = input[name] || null;
    }
    const after = particularsOf(community);
    const faults = before === JSON.stringify(after) ? [] : faultsOf(community.kind, after);
    if (faults.length > 0) throw new Invalid(faults);
  }

  /** Two may found one of the same name at once: the insert that finds the slug taken tries the next one. */
  private async insert(tx: Tx, described: Partial<Community> & { name: string; charter: Charter }): Promise<Community> {
    for (const slug of slugsFor(described.name)) {
      const community = tx.create(Community, { ...described, id: randomUUID(), slug });
      const { raw } = await tx.createQueryBuilder().insert().into(Community).values(community).orIgnore().returning('id').execute();
      if ((raw as unknown[]).length > 0) return tx.findOneByOrFail(Community, { id: community.id });
    }
    throw new Error('no slug was free');
  }

  private async keepVersion(
    tx: Tx,
    communityId: string,
    charter: Charter,
    writtenById: string,
    writtenAt: Date,
    note?: string | null,
  ): Promise<void> {
    const { version, domain, community, practice } = charter;
    await tx.insert(CharterVersion, { communityId, version, domain, community, practice, writtenById, writtenAt, note: note || null });
  }
}

const particularsOf = ({ task, endsOn, projectName, projectUrl }: Partial<Record<keyof Particulars, string | null>>) => ({
  task: task || null,
  endsOn: endsOn || null,
  projectName: projectName || null,
  projectUrl: projectUrl || null,
});
