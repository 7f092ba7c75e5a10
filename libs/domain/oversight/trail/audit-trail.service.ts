import { Injectable } from '@nestjs/common';
import { Communities, communityPolicy } from '#domain/communities';
import { Audit, communityChain, PLATFORM_CHAIN } from '#platform/audit';
import type { Actor } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf } from '#platform/graphql';
import { AuditEntry, type AuditFilter, type AuditState } from './audit-entry.js';

/** The audit trail as those read it whom it is for: coordinators that of their community, administrators that of the platform. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly audit: Audit,
    private readonly communities: Communities,
  ) {}

  /** The latest first. @throws NotFound for everybody else */
  async list(actor: Actor, communityId: string | null, filter: AuditFilter, { first = 20, after }: PageArgs): Promise<Page<AuditEntry>> {
    const cursor = decodeCursor(after, ['number']);
    const rows = await this.audit.page({
      chain: await this.chainFor(actor, communityId),
      before: cursor ? Number(cursor[0]) : null,
      acts: filter.acts?.length ? filter.acts : null,
      personId: filter.personId ?? null,
      limit: first + 1,
    });
    const entries = rows.map(({ details, ...row }) =>
      Object.assign(new AuditEntry(), row, { details: Object.entries(details).map(([name, value]) => ({ name, value: String(value) })) }),
    );
    return pageOf(entries, first, (entry) => encodeCursor(entry.seq), cursor !== null);
  }

  /** Reads the whole trail. For administrators. @throws NotFound */
  async check(actor: Actor): Promise<AuditState> {
    if (!actor.isAdministrator) throw new NotFound();
    const faults = await this.audit.faults();
    return { holds: faults.length === 0, faults: faults.map(({ chain, seq }) => `${chain} ${seq}`) };
  }

  private async chainFor(actor: Actor, communityId: string | null): Promise<string> {
    if (communityId === null) {
      if (!actor.isAdministrator) throw new NotFound();
      return PLATFORM_CHAIN;
    }
    const community = await this.communities.get(actor, communityId);
    if (!communityPolicy.readAudit(actor, community)) throw new NotFound();
    return communityChain(community.id);
  }
}
