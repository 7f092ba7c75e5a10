import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { THEMES, Vocabulary } from '#domain/vocabulary';
import { Audit } from '#platform/audit';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { type CommunityChanges } from './communities.audit.js';
import { CharterVersion } from './charter-version.entity.js';
import { Charter } from './charter.js';
import type { CreateCommunityInput, EditCommunityInput } from './communities.inputs.js';
import { Communities } from './communities.service.js';
import { Community } from './community.entity.js';
import { MembershipRole, Visibility } from './community.enums.js';
import { communityPolicy } from './community.policy.js';
import { MembershipRoll } from './membership-roll.js';
import { slugsFor } from './slug.js';

/** Founding a community, and writing its charter on. */
@Injectable()
export class Founding {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly vocabulary: Vocabulary,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** Who founds it coordinates it. */
  async create(actor: Actor, input: CreateCommunityInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const now = this.clock.now();
        const { mutationKey: _, charter: words, themes, ...described } = input;
        const charter = Object.assign(new Charter(), words, { version: 1, updatedAt: now });
        const themeIds = await this.vocabulary.chosen(tx, THEMES, themes, 'themes');
        const community = await this.insert(tx, { ...described, themeIds, charter, createdAt: now, lastActivityAt: now });
        await this.keepVersion(tx, community.id, charter, actor.personId, now);
        await this.events.publish(tx, 'communities.community-created', { communityId: community.id, createdById: actor.personId });
        const subject = { kind: 'community', id: community.id };
        const details = { kind: community.kind };
        await this.audit.note(tx, actor, 'communities.created', { communityId: community.id, subject, details });
        await this.roll.add(tx, community, { personId: actor.personId, organisationId: null, role: MembershipRole.COORDINATOR });
        return { id: community.id };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
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
        community.name = input.name ?? community.name;
        community.summary = input.summary ?? community.summary;
        community.visibility = input.visibility ?? community.visibility;
        community.joinPolicy = input.joinPolicy ?? community.joinPolicy;
        community.allowsIndividuals = input.allowsIndividuals ?? community.allowsIndividuals;
        community.languages = input.languages ?? community.languages;
        community.countries = input.countries ?? community.countries;
        if (input.themes) community.themeIds = await this.vocabulary.chosen(tx, THEMES, input.themes, 'themes', community.themeIds);
        const next = input.charter ? community.charter.rewritten(input.charter, at) : null;
        if (next) {
          community.charter = next;
          await this.keepVersion(tx, community.id, next, now.personId, at);
        }
        await tx.save(community);
        const { id: communityId, name, summary, visibility, joinPolicy } = community;
        await this.events.publish(tx, 'communities.community-edited', { communityId, editedById: now.personId });
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

  /** Two may found one of the same name at once: the insert that finds the slug taken tries the next one. */
  private async insert(tx: Tx, described: Partial<Community> & { name: string }): Promise<Community> {
    for (const slug of slugsFor(described.name)) {
      const community = tx.create(Community, { ...described, id: randomUUID(), slug });
      const { raw } = await tx.createQueryBuilder().insert().into(Community).values(community).orIgnore().returning('id').execute();
      if ((raw as unknown[]).length > 0) return tx.findOneByOrFail(Community, { id: community.id });
    }
    throw new Error('no slug was free');
  }

  private async keepVersion(tx: Tx, communityId: string, charter: Charter, writtenById: string, writtenAt: Date): Promise<void> {
    const { version, domain, community, practice } = charter;
    await tx.insert(CharterVersion, { communityId, version, domain, community, practice, writtenById, writtenAt });
  }
}
