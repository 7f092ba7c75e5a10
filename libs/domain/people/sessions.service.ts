import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type Actor, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { Jobs } from '#platform/jobs';
import { Rooms } from '#platform/realtime';
import { SignInSession } from './sign-in-session.entity.js';

const DAY_MS = 86_400_000;
/** 90 days at most, however often one comes. */
export const SESSION_SECONDS = (90 * DAY_MS) / 1000;
const IDLE_DAYS = 14;

/** Where people are signed in. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    jobs: Jobs,
  ) {
    jobs.define('people.forget-expired', () => this.forgetExpired(), '37 3 * * *');
  }

  /** Signs a person in; the answer is the cookie's token, which is not kept. */
  async open(tx: Tx, personId: string, device: string): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await tx.insert(SignInSession, {
      personId,
      tokenHash: hashToken(token),
      device,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    });
    return token;
  }

  /** The actor's own that are still good, the last used first. */
  list(actor: Actor): Promise<SignInSession[]> {
    const now = this.clock.now();
    return this.database.dataSource.manager
      .createQueryBuilder(SignInSession, 'session')
      .where('session.person_id = :personId', { personId: actor.personId })
      .andWhere('session.expires_at > :now and session.last_seen_at > :idle', { now, idle: new Date(now.getTime() - IDLE_DAYS * DAY_MS) })
      .orderBy('session.last_seen_at', 'DESC')
      .addOrderBy('session.id')
      .getMany();
  }

  /** Ends one of the actor's own sessions, its sockets included. @throws NotFound */
  async revoke(actor: Actor, sessionId: string): Promise<void> {
    if (!actor.sessionId) throw new Forbidden();
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(SignInSession, { id: uuid(sessionId), personId: actor.personId });
      if (!affected) throw new NotFound();
    });
    await this.rooms.recheck(actor.personId);
  }

  /** Ends the session one came with. A stranger signs out, too. */
  async signOut(actor: Actor): Promise<void> {
    if (!actor.sessionId) return;
    await this.database.dataSource.manager.delete(SignInSession, { id: actor.sessionId, personId: actor.personId });
    await this.rooms.recheck(actor.personId);
  }

  /** Ends all but the one the actor came with, once the transaction is committed. */
  async revokeOthers(tx: Tx, actor: Actor): Promise<void> {
    await tx.delete(SignInSession, { personId: actor.personId, ...(actor.sessionId ? { id: Not(actor.sessionId) } : {}) });
    this.database.afterCommit(tx, () => this.rooms.recheck(actor.personId));
  }

  private async forgetExpired(): Promise<void> {
    const now = this.clock.now();
    const idle = new Date(now.getTime() - IDLE_DAYS * DAY_MS);
    await this.database.read(
      { name: 'sign_in_session.forget', text: 'delete from sign_in_session where expires_at <= $1 or last_seen_at <= $2' },
      [now, idle],
    );
    await this.database.read({ name: 'sign_in_request.forget', text: 'delete from sign_in_request where expires_at <= $1' }, [
      new Date(now.getTime() - DAY_MS),
    ]);
  }
}
