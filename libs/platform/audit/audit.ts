import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import type { AuditAct, AuditNote, KeptAuditEntry } from './audit-acts.js';

/** The chain of what concerns the whole server. */
export const PLATFORM_CHAIN = 'platform';

/** The chain of one community. */
export const communityChain = (communityId: string): string => `community:${communityId}`;

const NOTE: Statement = {
  name: 'audit.note',
  text: `insert into audit_entry (chain, at, act, actor_id, subject_kind, subject_id, details) values ($1, $2, $3, $4, $5, $6, $7)`,
};

const PAGE: Statement = {
  name: 'audit.page',
  text: `select id, seq::int as seq, at, act, actor_id as "actorId", subject_kind as "subjectKind", subject_id as "subjectId", details
           from audit_entry
          where chain = $1 and ($2::bigint is null or seq < $2) and ($3::text[] is null or act = any($3))
            and ($4::uuid is null or actor_id = $4 or subject_id = $4)
          order by chain, seq desc limit $5`,
};

/** Every entry against its seal and the entry before it, and every chain against its head; what does not fit, the first of each chain. */
const FAULTS: Statement = {
  name: 'audit.faults',
  text: `
    with linked as (
      select e.*, lag(hash) over w as hash_before, lag(seq) over w as seq_before from audit_entry e window w as (partition by chain order by seq))
    select chain, min(seq)::int as seq from (
      select chain, seq from linked
       where seq <> coalesce(seq_before, 0) + 1 or previous_hash <> coalesce(hash_before, '')
          or hash <> audit_seal(chain, seq, at, act, actor_id, subject_kind, subject_id, details, previous_hash)
      union all
      select c.chain, c.seq from audit_chain c
       where not exists (select from audit_entry e where e.chain = c.chain and e.seq = c.seq and e.hash = c.hash)
      union all
      select e.chain, e.seq from audit_entry e
       where not exists (select from audit_chain c where c.chain = e.chain and c.seq >= e.seq)) fault
     group by chain order by chain`,
};

/** Where a chain does not hold. */
export interface AuditFault {
  chain: string;
  seq: number;
}

/** Which entries are asked for. */
export interface AuditPage {
  chain: string;
  before: number | null;
  acts: readonly string[] | null;
  personId: string | null;
  limit: number;
}

/**
 * The audit trail: who did what to whom, and when. Entries are added in the caller's transaction, sealed with the entry before them, and never
 * changed: the database refuses it. Only acts of governance are noted, so that nobody who merely writes ever waits for it.
 */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes an act. Before anything is told to a room; `by` is null when the server itself acts. */
  async note<Act extends AuditAct>(
    tx: Tx,
    by: Pick<Actor, 'personId'> | null,
    act: Act,
    { communityId, subject, details }: AuditNote<Act>,
  ): Promise<void> {
    const chain = communityId ? communityChain(communityId) : PLATFORM_CHAIN;
    const values = [chain, this.clock.now(), act, by?.personId ?? null, subject.kind, subject.id, JSON.stringify(details)];
    await this.database.run(tx, NOTE, values);
  }

  /** Entries of a chain, the latest first. Unfiltered: the caller has asked who may read them. */
  page({ chain, before, acts, personId, limit }: AuditPage): Promise<KeptAuditEntry[]> {
    return this.database.read<KeptAuditEntry>(PAGE, [chain, before, acts, personId, limit]);
  }

  /** Where the chains do not hold; empty when nothing was changed, taken out or put in. */
  faults(): Promise<AuditFault[]> {
    return this.database.read<AuditFault>(FAULTS, []);
  }
}
