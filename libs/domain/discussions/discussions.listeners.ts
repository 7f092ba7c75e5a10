import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Communities } from '#domain/communities';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { type DomainEvent, Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { Files } from '#platform/storage';
import { placeRoom, threadLineTold } from './discussions.rooms.js';
import { LINES, STIR, threadOf, type ThreadRow } from './threads.queries.js';
import { Threads } from './threads.service.js';

/**
 * A reply stirs its community: the list of threads there and the pulse. This happens after the reply and not in it, because all replies of a community
 * would otherwise wait for one row. Many replies in a short time become one message.
 */
@Injectable()
export class DiscussionsListeners implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly communities: Communities,
    private readonly threads: Threads,
    private readonly files: Files,
  ) {}

  onModuleInit(): void {
    this.rooms.define('thread', async (actor: Actor, id: string) => isUUID(id) && (await this.threads.find(actor, id)) !== null);
    this.files.audience('thread', async (actor, id) => (await this.threads.find(actor, id)) !== null);
    this.events.listenMany('discussions.thread-started', 'discussions.count-opening-post', (events) => this.stir(events));
    this.events.listenMany('discussions.post-added', 'discussions.stir-community', (events) => this.stir(events));
  }

  /** What was told before is not told or counted again, however often it runs. */
  private async stir(events: DomainEvent<'discussions.post-added' | 'discussions.thread-started'>[]): Promise<void> {
    const latest = new Map(events.map(({ payload, occurredAt }) => [payload.threadId, occurredAt]));
    await this.database.transaction(async (tx) => {
      const stirred = await this.database.run<Stirred>(tx, STIR, [[...latest.keys()]]);
      if (stirred.length === 0) return;
      // The community's pulse and order do not tell of what happens in a group.
      const inCommunity = stirred.filter((thread) => thread.group_id === null);
      const fresh = inCommunity.flatMap(({ thread_id: id, community_id: communityId, fresh: posts }) =>
        Array.from({ length: posts }, () => ({ communityId, at: latest.get(id) as Date })),
      );
      await this.communities.countPosts(tx, fresh);
      // The start itself was told when it happened.
      const replied = stirred.filter((thread) => !thread.is_opening).map((thread) => thread.thread_id);
      const lines = replied.length > 0 ? await this.database.run<ThreadRow>(tx, LINES, [replied]) : [];
      await this.rooms.tellAll(
        tx,
        lines.map(threadOf).map((thread) => ({ room: placeRoom(thread), kind: 'thread-active', payload: threadLineTold(thread) })),
      );
    });
  }
}

interface Stirred {
  thread_id: string;
  community_id: string;
  group_id: string | null;
  fresh: number;
  is_opening: boolean;
}
