import { mergeUpdates } from 'yjs';
import type { Answer } from './writing-line.js';

type Post = {
  send: (update: Uint8Array) => Promise<Answer>;
  /** Something was added or has arrived. */
  onChange: () => void;
  /** The server misses something that comes before: bring both sides into step again. */
  onOutOfStep: () => void;
  /** The server will never take this. */
  onRefused: (code: string) => void;
};

/** After these, the same change may pass: both sides have to be brought into step first. */
const outOfStep = ['INCOMPLETE_UPDATE', 'NOT_STORED', 'NO_ANSWER', 'INTERNAL'];
const breathMs = 1500;

/** Changes of one's own on their way to the server: one message at a time, each kept until it is acknowledged. */
export class Outbox {
  private waiting: Uint8Array[] = [];
  private underway: Uint8Array | null = null;
  /** Changes with each pause: an answer to a message from before it counts no more. */
  private round = 0;
  private isPaused = true;
  private isStopped = false;

  constructor(private readonly post: Post) {}

  /** Whether everything has been acknowledged. */
  get isEmpty(): boolean {
    return this.waiting.length === 0 && this.underway === null;
  }

  add(update: Uint8Array): void {
    if (this.isStopped) return;
    this.waiting.push(update);
    this.post.onChange();
    void this.sendNext();
  }

  /** Sends nothing until `restart`. */
  pause(): void {
    this.isPaused = true;
    this.round++;
    if (this.underway) this.waiting.unshift(this.underway);
    this.underway = null;
  }

  /** `missing` is all that the server lacks; whatever waited is in it. */
  restart(missing: Uint8Array): void {
    this.isPaused = false;
    this.waiting = [missing];
    void this.sendNext();
  }

  stop(): void {
    this.isStopped = true;
    this.pause();
  }

  private async sendNext(): Promise<void> {
    if (this.isPaused || this.isStopped || this.underway || this.waiting.length === 0) return;
    const update = mergeUpdates(this.waiting);
    const { round } = this;
    this.waiting = [];
    this.underway = update;
    const answer = await this.post.send(update);
    if (this.isStopped || round !== this.round) return;
    this.underway = null;
    if (!answer.ok) {
      this.waiting.unshift(update);
      return this.afterRefusal(answer.code);
    }
    this.post.onChange();
    void this.sendNext();
  }

  private afterRefusal(code: string): void {
    if (code === 'TOO_MANY') {
      const { round } = this;
      setTimeout(() => void (round === this.round && this.sendNext()), breathMs);
    } else if (outOfStep.includes(code)) {
      this.pause();
      setTimeout(() => void (!this.isStopped && this.post.onOutOfStep()), code === 'INCOMPLETE_UPDATE' ? 0 : breathMs);
    } else {
      this.stop();
      this.post.onRefused(code);
    }
    this.post.onChange();
  }
}
