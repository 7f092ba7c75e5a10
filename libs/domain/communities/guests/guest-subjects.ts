import { Injectable } from '@nestjs/common';
import type { Actor, Batch } from '#platform/auth';
import type { Tx } from '#platform/database';
import type { GuestSubject } from './guest.entity.js';

/** What a module says of the things that guests may be let into. */
export interface GuestSubjectRules {
  /** Under the lock of the thing. @throws NotFound, Forbidden unless the actor may let guests in there */
  admit(tx: Tx, actor: Actor, id: string): Promise<Admitted>;
  /** Those who have it open look again. */
  tell(tx: Tx, id: string): Promise<void>;
  readonly titles: Batch<string, string>;
}

export interface Admitted {
  communityId: string;
  /** A guest sees what is written after this post. */
  afterPosition: number;
}

/** The modules above say here what guests may be let into; this module knows none of them. */
@Injectable()
export class GuestSubjects {
  private readonly rules = new Map<GuestSubject, GuestSubjectRules>();

  define(subject: GuestSubject, rules: GuestSubjectRules): void {
    this.rules.set(subject, rules);
  }

  of(subject: GuestSubject): GuestSubjectRules {
    const rules = this.rules.get(subject);
    if (!rules) throw new Error(`nothing is known of guests of a ${subject}`);
    return rules;
  }
}
