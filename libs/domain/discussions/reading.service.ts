import { Injectable } from '@nestjs/common';
import type { Actor, Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import * as sql from './reading.queries.js';
import type { Thread } from './thread.entity.js';
import type { FollowThreadInput, MarkReadInput } from './threads.inputs.js';
import { UNREAD_THREADS } from './threads.queries.js';
import { Threads } from './threads.service.js';

/** One person's reading in one community: the key of a batch, `<person>:<community>`. */
export const readingKey = (personId: string, communityId: string): string => `${personId}:${communityId}`;

/** How far people have read, and what they follow. */
@Injectable()
export class Reading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly threads: Threads,
  ) {}

  /** Everything up to the position counts as read; it never goes back. */
  async markRead(actor: Actor, input: MarkReadInput): Promise<Thread> {
    const thread = await this.threads.get(actor, input.threadId);
    const now = this.clock.now();
    const [row] = await this.database.read<{ last_read_position: number }>(sql.MARK_READ, [
      actor.personId,
      thread.id,
      input.position,
      now,
      input.summaryVersion ?? null,
    ]);
    if (row) thread.readUpTo(row.last_read_position, now);
    return thread;
  }

  async follow(actor: Actor, input: FollowThreadInput): Promise<Thread> {
    const thread = await this.threads.get(actor, input.threadId);
    await this.database.read(sql.FOLLOW, [actor.personId, thread.id, input.on]);
    return Object.assign(thread, { isFollowed: input.on });
  }

  /** Threads with something new, by `readingKey`. */
  readonly unreadThreadCounts: Batch<string, number> = async (keys) => {
    const byPerson = Map.groupBy(keys, (key) => key.slice(0, key.indexOf(':')));
    const counts = new Map<string, number>();
    for (const [personId, own] of byPerson) {
      const communityIds = own.map((key) => key.slice(key.indexOf(':') + 1));
      const rows = await this.database.read<{ community_id: string; unread: number }>(UNREAD_THREADS, [personId, communityIds]);
      for (const row of rows) counts.set(readingKey(personId, row.community_id), row.unread);
    }
    return keys.map((key) => counts.get(key) ?? 0);
  };
}
