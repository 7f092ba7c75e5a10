import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import type { PassedOnKind } from './handover.enums.js';

/** What passes from whom, where. */
export interface PassingOn {
  communityId: string;
  fromId: string;
  /** Who has taken over; null before. */
  toId: string | null;
  /** The organisation whose seat passes on; null for a role. */
  organisationId: string | null;
  hasMandate: boolean;
  /** Whether a role passes on: then also what belongs to it. */
  isRole: boolean;
}

/** One thing that passes on. */
export interface PassedOn {
  kind: PassedOnKind;
  title: string;
  path: string;
  at: Date | null;
}

/** What a module knows to pass on. It lists only what the reader may read, by the same rule as its own lists. */
export interface HandoverSource {
  list(actor: Actor, passing: PassingOn): Promise<PassedOn[]>;
  /** In the transaction in which the successor takes over, who is a member by then. */
  pass?(tx: Tx, passing: PassingOn, toId: string): Promise<void>;
}

/** The modules above say here what a seat or a role takes along; this module knows none of them. */
@Injectable()
export class HandoverSources {
  private readonly sources = new Map<string, HandoverSource>();

  define(name: string, source: HandoverSource): void {
    this.sources.set(name, source);
  }

  async list(actor: Actor, passing: PassingOn): Promise<PassedOn[]> {
    return (await Promise.all([...this.sources.values()].map((source) => source.list(actor, passing)))).flat();
  }

  async pass(tx: Tx, passing: PassingOn, toId: string): Promise<void> {
    for (const source of this.sources.values()) await source.pass?.(tx, passing, toId);
  }
}
