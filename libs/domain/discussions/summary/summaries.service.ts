import { Injectable } from '@nestjs/common';
import { pictureIds, renderText, type RichTextDocument } from '#content';
import { ConfidentialityLevel } from '#domain/communities';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Rooms } from '#platform/realtime';
import { authorIfNamed } from '../authors.queries.js';
import { threadRoom, threadTold } from '../discussions.rooms.js';
import { readBody, withNames } from '../post-text.js';
import type { AuthorRow } from '../posts.queries.js';
import type { Thread } from '../thread.entity.js';
import { threadPolicy } from '../thread.policy.js';
import type { ReadThread } from '../threads.queries.js';
import { Threads } from '../threads.service.js';
import { dayOf } from '../unattributed/day-of.js';
import { sourcesIn } from './sources.js';
import { NoPicturesInSummary, SummaryMovedOn, SummaryTooLong } from './summary.errors.js';
import type { KeepSummaryInput } from './summary.inputs.js';
import * as sql from './summary.queries.js';
import { SUMMARY_PARTS, ThreadSummary } from './thread-summary.entity.js';

/** A part that is longer is no summary. */
const LONGEST_PART = 4000;

/** What is kept on top of a conversation, so that nobody has to read all of it to know where it stands. */
@Injectable()
export class Summaries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
  ) {}

  /** A new version of all four parts; the earlier ones stay. @throws SummaryMovedOn when it was not written from the latest */
  async keep(actor: Actor, input: KeepSummaryInput): Promise<Thread> {
    const thread = await this.threads.get(actor, input.threadId);
    authorize(actor, threadPolicy, 'keepSummary', thread);
    const parts = SUMMARY_PARTS.map((part) => readPart(part, input[part]));
    const isUnnamed = thread.level === ConfidentialityLevel.UNATTRIBUTED;
    const now = this.clock.now();
    const by = isUnnamed ? [null, dayOf(now)] : [actor.personId, now];
    await this.database.once<{ id: string }>(
      actor,
      input.mutationKey,
      async (tx) => {
        const stored = parts.map((part) => part && JSON.stringify(part));
        const values = [thread.id, input.baseVersion, ...stored, sourcesIn(thread.id, parts), ...by];
        const [kept] = await this.database.run(tx, sql.KEEP, values);
        if (!kept) throw new SummaryMovedOn();
        await this.rooms.tell(tx, threadRoom(thread.id), 'thread-changed', threadTold(thread));
        return { id: thread.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.threads.get(actor, thread.id);
  }

  /** The summary as it is, and the version that the viewer saw last where that is an older one. */
  async current(thread: ReadThread): Promise<ThreadSummary | null> {
    return thread.summaryVersion > 0 ? ((await this.versions(thread, [thread.summaryVersion]))[0] ?? null) : null;
  }

  async lastSeen(thread: ReadThread): Promise<ThreadSummary | null> {
    const { seenSummary, summaryVersion } = thread;
    return seenSummary && seenSummary < summaryVersion ? ((await this.versions(thread, [seenSummary]))[0] ?? null) : null;
  }

  /** All versions, the latest first. */
  async history(thread: ReadThread): Promise<ThreadSummary[]> {
    if (thread.summaryVersion === 0) return [];
    return (await this.database.read<SummaryRow>(sql.HISTORY, [thread.id])).map(summaryOf);
  }

  private async versions(thread: ReadThread, versions: number[]): Promise<ThreadSummary[]> {
    return (await this.database.read<SummaryRow>(sql.VERSIONS, [thread.id, versions])).map(summaryOf);
  }
}

type SummaryRow = AuthorRow & Omit<ThreadSummary, 'threadId' | 'thread' | 'keptById' | 'keptBy'>;

const summaryOf = (row: SummaryRow): ThreadSummary =>
  Object.assign(new ThreadSummary(), row, {
    keptBy: authorIfNamed(row.author_id, row.author_name, row.author_headline, row.author_picture, row.author_is_demo),
  });

/** A part speaks to nobody: whom it names become plain words. */
function readPart(part: string, json: unknown): RichTextDocument | null {
  if (json === undefined || json === null) return null;
  const body = readBody(json, { nonEmpty: false }, part);
  if (pictureIds(body).length > 0) throw new NoPicturesInSummary(part);
  const { length } = renderText(body).trim();
  if (length === 0) return null;
  if (length > LONGEST_PART) throw new SummaryTooLong(part, length, LONGEST_PART);
  return withNames(body, new Map());
}
