/** One message of a room. */
export type RoomMessage = { room: string; seq: number; kind: string; payload: unknown };

/**
 * Puts the messages of one room in order: each is told once, in sequence, whatever way it came in.
 * A message that is ahead waits for the ones before it; who holds the sequence asks for them.
 */
export class RoomSequence {
  private readonly waiting = new Map<number, RoomMessage>();

  constructor(
    private readonly tell: (message: RoomMessage) => void,
    private last: number | null = null,
  ) {}

  /** The last message told; null before the room has said where it stands. */
  get lastSeq(): number | null {
    return this.last;
  }

  /** Whether something is missing before a message that has arrived. */
  get hasGap(): boolean {
    return this.waiting.size > 0;
  }

  receive(message: RoomMessage): void {
    if (this.last !== null && message.seq <= this.last) return;
    this.waiting.set(message.seq, message);
    this.drain();
  }

  /** The answer to a join: what was missed, then everything that waited. */
  catchUp(seq: number, missed: RoomMessage[]): void {
    if (this.last === null) this.last = missed.length > 0 ? Math.min(...missed.map((message) => message.seq)) - 1 : seq;
    for (const message of missed) if (message.seq > this.last) this.waiting.set(message.seq, message);
    this.drain();
  }

  /** The room has moved on too far: start again from here, after the screen has fetched everything. */
  restart(seq: number): void {
    this.last = seq;
    for (const waiting of this.waiting.keys()) if (waiting <= seq) this.waiting.delete(waiting);
    this.drain();
  }

  private drain(): void {
    if (this.last === null) return;
    for (let next = this.waiting.get(this.last + 1); next; next = this.waiting.get(this.last + 1)) {
      this.waiting.delete(next.seq);
      this.last = next.seq;
      this.tell(next);
    }
  }
}
