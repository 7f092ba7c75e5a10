import { Injectable } from '@nestjs/common';
import { type Actor, authorize, type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import {
  COMMUNITIES_BY_IDS,
  COMMUNITY_BY_ID,
  COMMUNITY_PAGE,
  COUNT_POSTS,
  COMMUNITY_SEEN,
  PULSES,
  VIEWER_PARTS,
} from './communities.queries.js';
import { Community } from './community.entity.js';
import { communityPolicy } from './community.policy.js';

/** What higher modules count on a community. */
export type CommunityCounter = 'threads' | 'sessions' | 'positions';

const counters = { threads: 'threadCount', sessions: 'sessionCount', positions: 'positionCount' } as const;

/** Reads of single communities, and what the modules above keep on them. */
@Injectable()
export class Communities {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Base rows by id, unfiltered: the caller has decided that the reader may see what hangs on them. */
  readonly communitiesByIds: Batch<string, Community> = async (ids) => {
    const rows = await this.database.read<Community>(COMMUNITIES_BY_IDS, [ids]);
    return inOrderOf(ids, rows);
  };

  /** Posts a week, the last twelve weeks, oldest first. */
  readonly pulsesByIds: Batch<string, number[]> = async (ids) => {
    const rows = await this.database.read<{ id: string; pulse: number[] }>(PULSES, [ids, this.clock.now()]);
    const byId = new Map(rows.map((row) => [row.id, row.pulse]));
    return ids.map((id) => byId.get(id) ?? null);
  };

  /** @throws NotFound when it is not there or not readable */
  async get(actor: Actor, id: string): Promise<Community> {
    const [community] = await this.database.read<Community>(COMMUNITY_BY_ID, [uuid(id)]);
    authorize(actor, communityPolicy, 'read', community);
    return community;
  }

  /** With all that its page shows. @throws NotFound when it is not there or not readable */
  async getBySlug(actor: Actor, slug: string): Promise<Community> {
    const [community] = slug.includes('\0')
      ? []
      : await this.database.read<Community>(COMMUNITY_PAGE, [actor.personIdOrNull, this.clock.now(), slug]);
    authorize(actor, communityPolicy, 'read', community);
    return community;
  }

  /** As the actor sees it after a change that was allowed. */
  async seenBy(actor: Actor, id: string): Promise<Community> {
    const [community] = await this.database.read<Community>(COMMUNITY_SEEN, [actor.personIdOrNull, this.clock.now(), uuid(id)]);
    if (!community) throw new NotFound();
    return community;
  }

  /** What the viewer is in each community. Keys: `person community`; one request has one viewer. */
  readonly viewerParts: Batch<string, Pick<Community, 'viewerMembership' | 'viewerRequest'>> = async (keys) => {
    const pairs = keys.map((key) => key.split(' ') as [string, string]);
    const rows = await this.database.read<Community>(VIEWER_PARTS, [pairs[0]?.[0], pairs.map(([, communityId]) => communityId)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return pairs.map(([, communityId]) => byId.get(communityId) ?? null);
  };

  /** A thread, session or position more (or less). In the transaction that makes it. */
  async bump(tx: Tx, communityId: string, counter: CommunityCounter, by: 1 | -1): Promise<void> {
    await tx.increment(Community, { id: communityId }, counters[counter], by);
  }

  /** Posts were written: for the pulse and the order by activity. */
  async countPosts(tx: Tx, posts: { communityId: string; at: Date }[]): Promise<void> {
    const values = [posts.map(({ communityId }) => communityId), posts.map(({ at }) => at)];
    await this.database.run(tx, COUNT_POSTS, values);
  }
}
