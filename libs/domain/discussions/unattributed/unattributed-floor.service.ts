import { Injectable } from '@nestjs/common';
import { Communities, type Community, communityPolicy, type Place } from '#domain/communities';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { TooFewToHideAmong } from './unattributed.errors.js';
import type { SetUnattributedFloorInput } from './unattributed.inputs.js';
import * as sql from './unattributed.queries.js';
import { UnattributedRule } from './unattributed-rule.js';

/** The key of a place in a batch. */
export const placeKey = ({ communityId, groupId }: Place): string => `${communityId} ${groupId ?? ''}`;

/** Who hides among few is not hidden: how many people could have written it, and how many there must be. */
@Injectable()
export class UnattributedFloor {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
  ) {}

  /** By `placeKey`. */
  readonly rulesByPlace: Batch<string, UnattributedRule> = async (keys) => {
    const places = keys.map((key) => key.split(' '));
    const values = [places.map(([communityId]) => communityId), places.map(([, groupId]) => groupId || null)];
    const rows = await this.database.read<RuleRow>(sql.FLOORS, values);
    const byPlace = new Map(rows.map((row) => [placeKey(row), ruleOf(row)]));
    return keys.map((key) => byPlace.get(key) ?? null);
  };

  /** Refuses where too few could have written it; while the transaction lasts nobody leaves. @throws TooFewToHideAmong */
  async hold(tx: Tx, { communityId, groupId }: Place, purpose: keyof typeof sql.HOLD_MEMBERS): Promise<void> {
    await this.database.run(tx, sql.HOLD_MEMBERS[purpose], [communityId]);
    const [row] = await this.database.run<RuleRow>(tx, sql.FLOORS, [[communityId], [groupId]]);
    if (!row) throw new NotFound();
    if (row.possibleAuthors < row.floor) throw new TooFewToHideAmong(row.possibleAuthors, row.floor);
  }

  /** Only how it goes on: what was said stays said. */
  async set(actor: Actor, input: SetUnattributedFloorInput): Promise<Community> {
    const community = await this.communities.get(actor, input.communityId);
    authorize(actor, communityPolicy, 'edit', community);
    await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        await this.database.run(tx, sql.SET_FLOOR, [community.id, input.people]);
        return { id: community.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.communities.seenBy(actor, community.id);
  }
}

interface RuleRow extends Place {
  floor: number;
  possibleAuthors: number;
}

const ruleOf = ({ floor, possibleAuthors }: RuleRow): UnattributedRule =>
  Object.assign(new UnattributedRule(), { floor, possibleAuthors, isPossible: possibleAuthors >= floor });
