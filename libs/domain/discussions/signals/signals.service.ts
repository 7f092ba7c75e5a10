import { Injectable } from '@nestjs/common';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { threadRoom, threadTold } from '../discussions.rooms.js';
import { ThreadKind } from '../kinds/thread-kind.js';
import type { Thread } from '../thread.entity.js';
import { threadPolicy } from '../thread.policy.js';
import type { ReadThread } from '../threads.queries.js';
import { Threads } from '../threads.service.js';
import type { SignalReach } from './signal-echo.entity.js';
import type { EchoSignalInput } from './signals.inputs.js';
import { ECHO, FEW, REACH, UNECHO } from './signals.queries.js';

/** When so many say so, those who keep the place are told. */
const SEVERAL = 3;

/** Early signals: what somebody saw, and how many others see it too. */
@Injectable()
export class Signals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
  ) {}

  /** Says that one sees it too, or takes that back. */
  async echo(actor: Actor, input: EchoSignalInput): Promise<Thread> {
    const thread = await this.threads.get(actor, input.threadId);
    authorize(actor, threadPolicy, 'echo', thread);
    await this.database.once<{ id: string }>(
      actor,
      input.mutationKey,
      async (tx) => {
        const own = [thread.id, actor.personId];
        const [changed] = input.on
          ? await this.database.run<{ people: number }>(tx, ECHO, [...own, this.clock.now()])
          : await this.database.run<{ people: number }>(tx, UNECHO, own);
        if (changed?.people === SEVERAL) {
          const told = { threadId: thread.id, communityId: thread.communityId, people: changed.people };
          await this.events.publish(tx, 'discussions.signal-echoed', told);
        }
        if (changed) await this.rooms.tell(tx, threadRoom(thread.id), 'thread-changed', threadTold(thread));
        return { id: thread.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.threads.get(actor, thread.id);
  }

  /** How far it is seen; null for what is no signal. Small numbers are not taken apart. */
  async reach(actor: Actor, thread: ReadThread): Promise<SignalReach | null> {
    if (thread.kind !== ThreadKind.SIGNAL) return null;
    const [row] = await this.database.read<SignalReach>(REACH, [[thread.id], actor.personIdOrNull]);
    if (!row) return { people: 0, organisationCount: null, countryCount: null, countries: [], viewerEchoed: false };
    return row.people < FEW ? Object.assign(row, { organisationCount: null, countryCount: null }) : row;
  }
}
