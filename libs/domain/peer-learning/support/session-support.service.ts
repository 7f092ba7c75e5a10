import { Injectable } from '@nestjs/common';
import type { Support, SupportInput } from '#domain/communities';
import type { Actor, Batch } from '#platform/auth';
import { Database, type Statement } from '#platform/database';
import { permit } from '../session.policy.js';
import type { Session } from '../session.entity.js';
import { Sessions } from '../sessions.service.js';
import { SessionSupport } from './session-support.entity.js';

const BY_SESSIONS: Statement = {
  name: 'session-support.by-sessions',
  text: `select session_id as id, interpreting, compensation from session_support where session_id = any($1::uuid[])`,
};

/** Interpreting and compensation of a session: said by those who run it, read by all who see it. */
@Injectable()
export class SessionSupports {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  /** Unfiltered: who holds a session has been allowed to see it. */
  readonly bySessions: Batch<string, Support> = async (ids) => {
    const rows = await this.database.read<Support & { id: string }>(BY_SESSIONS, [ids]);
    const byId = new Map(rows.map(({ id, ...support }) => [id, support]));
    return ids.map((id) => byId.get(id) ?? null);
  };

  async set(actor: Actor, { sessionId, interpreting, compensation }: SupportInput & { sessionId: string }): Promise<Session> {
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, actor, sessionId);
      permit(actor, 'change', session && this.sessions.subjectOf(session));
      if (interpreting.length > 0 || compensation)
        await tx.save(tx.create(SessionSupport, { sessionId, interpreting, compensation: compensation || null }));
      else await tx.delete(SessionSupport, { sessionId });
    });
    return this.sessions.get(actor, sessionId);
  }
}
