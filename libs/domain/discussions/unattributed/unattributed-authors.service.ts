import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Config } from '#platform/config';
import { Database, type Tx } from '#platform/database';
import * as sql from './unattributed.queries.js';

/** What a thread or post looks like to its own author: nobody else's ever carries `isViewers`. */
interface Contribution {
  id: string;
  authorId: string | null;
  isViewers?: boolean;
}

/** A voice in a thread, and whether it has not spoken there before. */
export interface Voice {
  voice: number;
  isNew: boolean;
}

/** A number is drawn among this many, more as a thread has more voices. */
const SPANS = [9, 99, 999, 99_999, 9_999_999];

/**
 * The only door to the table that says who wrote what unattributed. It answers one kind of question, "is this the viewer's own?", and never "whose is it?":
 * there is no way to ask for an author, also not for those who keep order.
 */
@Injectable()
export class UnattributedAuthors {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Keeps who wrote a post. In the post's transaction. */
  async keep(tx: Tx, post: { id: string; threadId: string; voice: number; isOpening: boolean }, actor: Actor): Promise<void> {
    await this.database.run(tx, sql.KEEP_AUTHOR, [post.id, post.threadId, actor.personId, post.voice, post.isOpening]);
  }

  /** Whether others are still to hear of a post; from now on they are not. */
  async tellOnce(tx: Tx, postId: string): Promise<boolean> {
    return (await this.database.run(tx, sql.TELL_ONCE, [postId])).length > 0;
  }

  /**
   * The number that the actor goes by in a thread: the same for all they say there, and another one elsewhere. It is drawn by a keyed hash among the free
   * ones, so it tells neither who came first nor who they are.
   */
  async voiceIn(tx: Tx, threadId: string, actor: Actor): Promise<Voice> {
    const [own] = await this.database.run<{ voice: number }>(tx, sql.OWN_VOICE, [threadId, actor.personId]);
    if (own) return { voice: own.voice, isNew: false };
    const taken = new Set((await this.database.run<{ voice: number }>(tx, sql.VOICES, [threadId])).map((row) => row.voice));
    return { voice: this.draw(taken, `${threadId} ${actor.personId}`), isNew: true };
  }

  /** The number of the first voice of a thread that is not there yet. */
  firstVoice(actor: Actor, communityId: string, at: Date): number {
    return this.draw(new Set(), `${communityId} ${at.toISOString()} ${actor.personId}`);
  }

  /** Where the actor spoke without a name, and as which voice. For themselves alone. */
  ownVoices(actor: Actor): Promise<{ threadId: string; voice: number }[]> {
    return this.database.read(sql.OWN_VOICES, [actor.personId]);
  }

  /** Marks the viewer's own among posts. The same work for every signed-in viewer, and none where all authors are named. */
  async markOwnPosts(actor: Actor, posts: readonly Contribution[]): Promise<void> {
    await this.mark(actor, posts, sql.OWN_POSTS);
  }

  /** Marks the viewer's own among threads. */
  async markOwnThreads(actor: Actor, threads: readonly Contribution[]): Promise<void> {
    await this.mark(actor, threads, sql.OWN_THREADS);
  }

  /**
   * Under which name a write is remembered that must not be tied to its sender: the sent key must still act once, but the row that says so leads from the
   * post to nobody. Only who sends the same key again finds it.
   */
  repeatable(actor: Actor, mutationKey: string | null | undefined): { sender: { personId: string }; key: string | null } {
    if (!mutationKey) return { sender: { personId: actor.personId }, key: null };
    const digest = this.hash(`repeat ${actor.personId} ${mutationKey}`);
    const hex = digest.subarray(0, 16).toString('hex');
    const personId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    return { sender: { personId }, key: digest.subarray(16).toString('base64url') };
  }

  private async mark(actor: Actor, all: readonly Contribution[], statement: typeof sql.OWN_POSTS): Promise<void> {
    const unnamed = all.filter(({ authorId }) => authorId === null);
    if (unnamed.length === 0 || !actor.isSignedIn) return;
    const rows = await this.database.read<{ id: string }>(statement, [actor.personId, unnamed.map(({ id }) => id)]);
    const own = new Set(rows.map(({ id }) => id));
    for (const one of unnamed) one.isViewers = own.has(one.id);
  }

  private draw(taken: ReadonlySet<number>, subject: string): number {
    const span = SPANS.find((numbers) => taken.size < numbers / 2) ?? Number.MAX_SAFE_INTEGER;
    let number = this.hash(`voice ${subject}`).readUInt32BE() % span;
    while (taken.has(number + 1)) number = (number + 1) % span;
    return number + 1;
  }

  private hash(text: string): Buffer {
    return createHmac('sha256', this.config.secret).update(`unattributed ${text}`).digest();
  }
}
