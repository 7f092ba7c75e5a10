import { Injectable } from '@nestjs/common';
import type { Statement, Tx } from '#platform/database';
import type { MergedThing, MergeObstacle } from './merging.enums.js';

/** One community becoming part of another, as every mover needs to know it. */
export interface Merge {
  /** The one that ends. */
  fromId: string;
  /** The one that goes on. */
  intoId: string;
  /** The closed group in which those of the first have what was for them alone. */
  groupId: string;
  /** Whether the first is public: only then may anything of it be read by others afterwards, and only what everybody read before. */
  isOpen: boolean;
  /** Whether roles and mandates count in the one that goes on. */
  keepsRoles: boolean;
  now: Date;
}

/** What a preview counts: how many of a thing go where. Things in groups go with their groups and are not counted. */
export interface MergeTally {
  intoCommunity: number;
  intoGroup: number;
  stays: number;
}

/** In which order tables follow: whoever is in a group must be a member first, and things come into groups that are there. */
export enum MergeStep {
  PEOPLE = 1,
  GROUPS = 2,
  THINGS = 3,
  AFTERWARDS = 4,
}

/** What a module does with one of its tables when two communities merge. */
export interface Mover {
  step?: MergeStep;
  /** Part of the transaction, under the locks of both. Doing it again does no harm. Left out where the table stays with the old community. */
  move?: (tx: Tx, merge: Merge) => Promise<unknown>;
  /** For the preview. */
  count?: { thing: MergedThing; tally(fromId: string, isOpen: boolean): Promise<MergeTally> };
  /** What must be over before the two may merge. */
  obstacle?: { is: MergeObstacle; stands(tx: Tx | null, fromId: string): Promise<boolean> };
}

/**
 * Each module says here what becomes of its tables when two communities merge; this module knows none of those above. A contract test fails where
 * a table points at communities and nobody has said it.
 */
@Injectable()
export class Merging {
  private readonly movers = new Map<string, Mover>();

  define(table: string, mover: Mover): void {
    this.movers.set(table, mover);
  }

  /** Tables that keep what they hold with the old community, where those who read it still read it. */
  keep(...tables: string[]): void {
    for (const table of tables) this.define(table, {});
  }

  tables(): string[] {
    return [...this.movers.keys()];
  }

  /** In their order. */
  inOrder(from: MergeStep = MergeStep.PEOPLE): Mover[] {
    const step = (mover: Mover) => mover.step ?? MergeStep.THINGS;
    return [...this.movers.values()].filter((mover) => step(mover) >= from).sort((one, other) => step(one) - step(other));
  }
}

/**
 * For things that are as public as their community and stand in it or in one of its groups: what everybody read stands in the other community, all else
 * goes into the closed group. `$1` from, `$2` into, `$3` the closed group, `$4` whether the old community is open. `kept` is the counter on the community.
 */
export const openOrInGroup = (table: string, kept?: { column: string; counts: string }): Statement => {
  const move = `update ${table} set community_id = $2, group_id = case when group_id is not null or $4::boolean then group_id else $3::uuid end
                 where community_id = $1`;
  const text = kept
    ? `with moved as (${move} returning ${table}.*)
       update community set ${kept.column} = ${kept.column} + (select count(*) from moved where group_id is null and ${kept.counts}) where id = $2`
    : move;
  return { name: `merging.move-${table}`, text };
};

/** Its count for the preview. `$1` from, `$2` whether the old community is open. */
export const tallyOf = (table: string): Statement => ({
  name: `merging.count-${table}`,
  text: `select count(*) filter (where $2)::int as "intoCommunity", count(*) filter (where not $2::boolean)::int as "intoGroup", 0 as stays
           from ${table} where community_id = $1 and group_id is null`,
});
