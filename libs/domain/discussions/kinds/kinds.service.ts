import { Injectable } from '@nestjs/common';
import { type Actor, authorize } from '#platform/auth';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { ThreadIsClosed } from '../discussions.errors.js';
import { threadRoom, threadTold } from '../discussions.rooms.js';
import type { Thread } from '../thread.entity.js';
import { threadPolicy } from '../thread.policy.js';
import { Threads } from '../threads.service.js';
import { UnattributedAuthors } from '../unattributed/unattributed-authors.service.js';
import { InThisPhase, NotAnAnswer } from './kinds.errors.js';
import type { MarkAnswerInput, MoveClinicInput } from './kinds.inputs.js';
import * as sql from './kinds.queries.js';

/** What can be done to a conversation because of what it is for. */
@Injectable()
export class Kinds {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly unattributed: UnattributedAuthors,
  ) {}

  /** Who asked, or who keeps the place, says which reply helped; another one takes its place. */
  async markAnswer(actor: Actor, input: MarkAnswerInput): Promise<Thread> {
    const thread = await this.threads.get(actor, input.threadId);
    authorize(actor, threadPolicy, 'markAnswer', thread);
    // Who asked without a name must not be tied to the question by the row that remembers the key.
    const { sender, key } = this.unattributed.repeatable(actor, input.mutationKey);
    await this.database.once<{ id: string }>(
      sender,
      key,
      async (tx) => {
        const [marked] = await this.database.run(tx, input.on ? sql.MARK_ANSWER : sql.UNMARK_ANSWER, [thread.id, input.postId]);
        if (input.on && !marked) throw new NotAnAnswer();
        if (input.on) {
          const byId = thread.isViewers ? null : actor.personId;
          const told = { threadId: thread.id, postId: input.postId, communityId: thread.communityId, byId };
          await this.events.publish(tx, 'discussions.answer-marked', told);
        }
        await this.rooms.tell(tx, threadRoom(thread.id), 'thread-changed', threadTold(thread));
        return { id: thread.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.threads.get(actor, thread.id);
  }

  /** The case giver, or who keeps the place, says when the clinic goes on. */
  async moveClinic(actor: Actor, input: MoveClinicInput): Promise<Thread> {
    const thread = await this.threads.get(actor, input.threadId);
    if (thread.closedAt && thread.phase) throw new ThreadIsClosed();
    authorize(actor, threadPolicy, 'moveClinic', thread);
    const { sender, key } = this.unattributed.repeatable(actor, input.mutationKey);
    await this.database.once<{ id: string }>(
      sender,
      key,
      async (tx) => {
        const [moved] = await this.database.run(tx, sql.MOVE_CLINIC, [thread.id, input.phase]);
        if (!moved) throw new InThisPhase();
        await this.rooms.tell(tx, threadRoom(thread.id), 'thread-changed', threadTold(thread));
        return { id: thread.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.threads.get(actor, thread.id);
  }
}
