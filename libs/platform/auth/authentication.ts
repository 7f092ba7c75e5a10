import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { Actor, ActorSource } from './actor.js';
import { hashToken } from './tokens.js';

/** Host-only, Secure, path `/`: browsers refuse a `__Host-` cookie that is anything less. */
export const SESSION_COOKIE = '__Host-throughline';

const sessionToken = (cookieHeader: string | undefined): string | null => {
  const match = cookieHeader?.match(/(?:^|;\s*)__Host-throughline=([A-Za-z0-9_-]{20,100})(?:;|$)/);
  return match?.[1] ?? null;
};

const bearerToken = (authorization: string | undefined): string | null =>
  authorization?.match(/^Bearer ([A-Za-z0-9_-]{20,100})$/)?.[1] ?? null;

/** Finds out who sends a request or opens a socket, from nothing but its headers. */
@Injectable()
export class Authentication {
  constructor(private readonly source: ActorSource) {}

  async actorOf(headers: IncomingHttpHeaders): Promise<Actor> {
    const bearer = bearerToken(headers.authorization);
    if (bearer) return this.asActor(await this.source.byApiToken(hashToken(bearer)));
    const token = sessionToken(headers.cookie);
    return token ? this.asActor(await this.source.bySession(hashToken(token))) : Actor.stranger;
  }

  /** As the person stands now; a stranger when the account is gone. */
  async actorByPerson(personId: string): Promise<Actor> {
    return this.asActor(await this.source.byPerson(personId));
  }

  hasBearer(headers: IncomingHttpHeaders): boolean {
    return bearerToken(headers.authorization) !== null;
  }

  private asActor(facts: Awaited<ReturnType<ActorSource['bySession']>>): Actor {
    return facts ? new Actor(facts) : Actor.stranger;
  }
}
