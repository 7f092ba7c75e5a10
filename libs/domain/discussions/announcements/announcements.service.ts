import { Injectable } from '@nestjs/common';
import { leads } from '#domain/communities';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Rooms } from '#platform/realtime';
import { author } from '../authors.queries.js';
import { threadRoom, threadTold } from '../discussions.rooms.js';
import { ThreadKind } from '../kinds/thread-kind.js';
import type { AuthorRow } from '../posts.queries.js';
import type { Thread } from '../thread.entity.js';
import { threadPolicy } from '../thread.policy.js';
import type { ReadThread } from '../threads.queries.js';
import { Threads } from '../threads.service.js';
import type { Receipts } from './announcement-receipt.entity.js';
import type { ConfirmReadingInput } from './announcements.inputs.js';
import { CONFIRM, COUNTS, FOR_WHOM, PEOPLE } from './announcements.queries.js';

/** Announcements: whom they are for, and who has confirmed that they read them. */
@Injectable()
export class Announcements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
  ) {}

  /** One's own act, never noted behind one's back. */
  async confirm(actor: Actor, input: ConfirmReadingInput): Promise<Thread> {
    const thread = await this.threads.get(actor, input.threadId);
    authorize(actor, threadPolicy, 'confirm', thread);
    await this.database.once<{ id: string }>(
      actor,
      input.mutationKey,
      async (tx) => {
        const [confirmed] = await this.database.run(tx, CONFIRM, [thread.id, actor.personId, this.clock.now()]);
        if (confirmed) await this.rooms.tell(tx, threadRoom(thread.id), 'thread-changed', threadTold(thread));
        return { id: thread.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.threads.get(actor, thread.id);
  }

  /** Null for what is no announcement, and for those who do not belong where it stands. The names are for those who may announce. */
  async receipts(actor: Actor, thread: ReadThread): Promise<Receipts | null> {
    if (thread.kind !== ThreadKind.ANNOUNCEMENT || !actor.isMemberOf(thread.communityId)) return null;
    type Counts = Pick<Receipts, 'audienceCount' | 'confirmedCount' | 'viewerConfirmedAt'>;
    const [counts] = await this.database.read<Counts>(COUNTS, [thread.id, actor.personId]);
    if (!counts) return null;
    if (!leads(actor, thread)) return { ...counts, confirmed: null, missing: null };
    const rows = await this.database.read<NamedRow>(PEOPLE, [thread.id]);
    const people = (confirmed: boolean) =>
      rows
        .filter((row) => row.confirmed === confirmed)
        .map((row) => author(row.author_id, row.author_name, row.author_headline, row.author_picture, row.author_is_demo));
    return { ...counts, confirmed: people(true), missing: people(false) };
  }

  /** Whom it is for: for listeners that tell them. */
  async forWhom(threadId: string): Promise<string[]> {
    return (await this.database.read<{ person_id: string }>(FOR_WHOM, [threadId])).map((row) => row.person_id);
  }
}

type NamedRow = AuthorRow & { author_id: string; confirmed: boolean };
