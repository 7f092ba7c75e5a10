import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';

/** Who holds a caret, as the server knows them. */
export interface CaretOwner {
  socketId: string;
  personId: string;
  name: string;
}

interface Caret {
  owner: CaretOwner;
  clock: number;
  state: object | null;
}

/** A relative position, as y-prosemirror writes it: ids and names, no text. */
const RELATIVE = z.record(z.string().max(20), z.unknown()).refine((value) => JSON.stringify(value).length <= 500);
const STATE = z.object({ cursor: z.object({ anchor: RELATIVE, head: RELATIVE }).nullish() }).nullable();

const COLOURS = ['#8f3b1b', '#1b5e8f', '#2e6b34', '#7a3e91', '#8a5a00', '#00696b', '#a0325a', '#4a4fa3'];

/** The same person has the same colour everywhere. */
export const colourOf = (personId: string): string => COLOURS[Number.parseInt(personId.slice(0, 8), 16) % COLOURS.length] ?? '#1b5e8f';

/** Where the others are in one text. Kept in memory only; names and colours are the server's own, whatever a client says. */
export class Carets {
  private readonly carets = new Map<number, Caret>();
  private readonly changed = new Set<number>();

  /** Takes what a client says of itself. Carets of others are left alone. False when the bytes are no such message. */
  take(owner: CaretOwner, message: Uint8Array, mayHold: (clientId: number) => boolean): boolean {
    try {
      const decoder = decoding.createDecoder(message);
      const count = Math.min(decoding.readVarUint(decoder), 50);
      for (let place = 0; place < count; place++) {
        const clientId = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        const state = STATE.safeParse(JSON.parse(decoding.readVarString(decoder)));
        if (!state.success) return false;
        const holder = this.carets.get(clientId);
        const isOwn = holder ? holder.owner.personId === owner.personId : mayHold(clientId);
        if (!isOwn || (holder && clock <= holder.clock)) continue;
        const heldElsewhere = [...this.carets].some(
          ([id, caret]) => id !== clientId && caret.state && caret.owner.socketId === owner.socketId,
        );
        // One tab, one caret.
        if (heldElsewhere && state.data) this.leave(owner.socketId);
        this.set(clientId, {
          owner,
          clock,
          state: state.data && { ...state.data, user: { id: owner.personId, name: owner.name, color: colourOf(owner.personId) } },
        });
      }
      return true;
    } catch {
      return false;
    }
  }

  /** Takes the carets of a socket away. The clock stays, as in y-protocols: the client's next state must count as newer. */
  leave(socketId: string): void {
    for (const [clientId, caret] of this.carets) {
      if (caret.owner.socketId === socketId && caret.state) this.set(clientId, { ...caret, state: null });
    }
  }

  /** All carets, for one who comes in; null when nobody is there. */
  all(): Uint8Array | null {
    return this.encode([...this.carets.keys()].filter((clientId) => this.carets.get(clientId)?.state));
  }

  /** What changed since the last time; null when nothing did. */
  news(): Uint8Array | null {
    const update = this.encode([...this.changed]);
    this.changed.clear();
    for (const [clientId, caret] of this.carets) if (!caret.state) this.carets.delete(clientId);
    return update;
  }

  get isEmpty(): boolean {
    return this.carets.size === 0;
  }

  private set(clientId: number, caret: Caret): void {
    this.carets.set(clientId, caret);
    this.changed.add(clientId);
  }

  private encode(clientIds: number[]): Uint8Array | null {
    const known = clientIds.flatMap((clientId) => {
      const caret = this.carets.get(clientId);
      return caret ? [{ clientId, caret }] : [];
    });
    if (known.length === 0) return null;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, known.length);
    for (const { clientId, caret } of known) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, caret.clock);
      encoding.writeVarString(encoder, JSON.stringify(caret.state));
    }
    return encoding.toUint8Array(encoder);
  }
}
