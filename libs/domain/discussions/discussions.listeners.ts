import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Communities } from '#domain/communities';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { type DomainEvent, Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { Files } from '#platform/storage';
import { communityRoom, threadLineTold } from './discussions.rooms.js';
import { GET, STIR, threadOf, type ThreadRow } from './threads.queries.js';
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
    this.events.listen('discussions.thread-started', 'discussions.count-opening-post', (event) => this.stir(event));
    this.events.listen('discussions.post-added', 'discussions.stir-community', (event) => this.stir(event));
  }

  /** What was told before is not told or counted again, however often it runs. */
  private async stir({ payload, occurredAt }: DomainEvent<'discussions.post-added' | 'discussions.thread-started'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [stirred] = await this.database.run<{ fresh: number; is_opening: boolean }>(tx, STIR, [payload.threadId]);
      if (!stirred) return;
      for (let post = 0; post < stirred.fresh; post++) await this.communities.countPost(tx, payload.communityId, occurredAt);
      if (stirred.is_opening) return; // the start itself was told when it happened
      const [row] = await this.database.run<ThreadRow>(tx, GET, [null, payload.threadId]);
      if (row) await this.rooms.tell(tx, communityRoom(payload.communityId), 'thread-active', threadLineTold(threadOf(row)));
    });
  }
}
