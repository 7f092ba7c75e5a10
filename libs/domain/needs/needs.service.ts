import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Communities, communityPolicy, Groups, type Place } from '#domain/communities';
import { type Actor, authorize, type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { Need } from './need.entity.js';
import type { RaiseNeedInput } from './needs.inputs.js';
import { mayReadNeeds } from './need.policy.js';

const COLUMNS = `id, community_id as "communityId", group_id as "groupId", statement, raised_by_id as "raisedById", created_at as "createdAt", session_count as "sessionCount"`;
const NEWEST: Statement = {
  name: 'needs.newest',
  text: `select ${COLUMNS} from need where community_id = $1 and (group_id is null and not $6 or group_id = any($5::uuid[])) and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
          order by created_at desc, id desc limit $4`,
};
const COUNT_SESSION: Statement = { name: 'needs.count-session', text: `update need set session_count = session_count + $2 where id = $1` };

@Injectable()
export class Needs {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly groups: Groups,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** A member says what the community needs to know. */
  async raise(actor: Actor, input: RaiseNeedInput): Promise<Need> {
    const community = await this.communities.get(actor, uuid(input.communityId));
    authorize(actor, communityPolicy, 'raiseNeed', community);
    const place = { communityId: community.id, groupId: input.groupId ?? null };
    if (place.groupId !== null) await this.groups.openFor(actor, community.id, place.groupId, 'raiseNeed');
    return this.database.once(
      actor,
      input.mutationKey,
      (tx) => this.raiseWithin(tx, actor, place, input.statement),
      (id) => this.get(actor, id),
    );
  }

  /** The same inside a transaction of the caller, who has asked whether the actor may. */
  async raiseWithin(tx: Tx, actor: Actor, { communityId, groupId }: Place, statement: string): Promise<Need> {
    const need = tx.create(Need, {
      communityId,
      groupId,
      statement,
      raisedById: actor.personId,
      createdAt: this.clock.now(),
      sessionCount: 0,
    });
    await tx.insert(Need, need);
    await this.events.publish(tx, 'needs.need-raised', { needId: need.id, communityId, raisedById: need.raisedById });
    return need;
  }

  /** Keeps how many sessions answer a need. */
  async countSession(tx: Tx, needId: string, by: 1 | -1): Promise<void> {
    await this.database.run(tx, COUNT_SESSION, [needId, by]);
  }

  /** A need of this place, or null: needs of others are not known here. What happens in a group may answer a need of the whole community. */
  async findIn(tx: Tx, { communityId, groupId }: Place, needId: string): Promise<Need | null> {
    const need = await tx.findOneBy(Need, { id: needId, communityId });
    return need && (need.groupId === null || need.groupId === groupId) ? need : null;
  }

  async get(actor: Actor, id: string): Promise<Need> {
    const need = await this.database.dataSource.manager.findOneBy(Need, { id: uuid(id) });
    if (!need) throw new NotFound();
    const community = await this.communities.get(actor, need.communityId);
    if (!mayReadNeeds(actor, community, need.groupId)) throw new NotFound();
    return need;
  }

  /** Of a community with those of its groups that the actor is in, or of one group; newest first. */
  async list(actor: Actor, communityId: string, asked: string | null, { first = 20, after }: PageArgs): Promise<Page<Need>> {
    const cursor = decodeCursor(after, ['date', 'uuid']);
    const community = await this.communities.get(actor, uuid(communityId));
    const groupId = asked === null ? null : uuid(asked);
    if (!mayReadNeeds(actor, community, groupId)) throw new NotFound();
    const page = [cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1];
    const rows = await this.database.read<Need>(NEWEST, [community.id, ...page, groupId ? [groupId] : actor.groupIds, groupId !== null]);
    const needs = rows.map((row) => Object.assign(new Need(), row));
    return pageOf(needs, first, (need) => encodeCursor(need.createdAt.toISOString(), need.id), cursor !== null);
  }

  /** Unfiltered: for what has been authorised already. */
  readonly needsByIds: Batch<string, Need> = async (ids) => {
    const needs = await this.database.dataSource.manager.findBy(Need, { id: In([...ids]) });
    return inOrderOf(ids, needs);
  };
}
