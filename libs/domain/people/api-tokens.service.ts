import { Injectable } from '@nestjs/common';
import { type Actor, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Conflict, Forbidden, NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { ApiToken, type CreatedApiToken } from './api-token.entity.js';
import type { CreateApiTokenInput } from './people.inputs.js';

const DAY_MS = 86_400_000;
const AT_MOST = 20;

/** Tokens by which programs act in someone's name. A token cannot make or revoke tokens. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The actor's own, newest first, the expired ones too. */
  list(actor: Actor): Promise<ApiToken[]> {
    return this.database.dataSource.manager.find(ApiToken, {
      where: { personId: actor.personId },
      order: { createdAt: 'DESC', id: 'ASC' },
    });
  }

  async create(actor: Actor, input: CreateApiTokenInput): Promise<CreatedApiToken> {
    if (!actor.sessionId) throw new Forbidden();
    if ((await this.list(actor)).length >= AT_MOST)
      throw new Conflict(`You have ${AT_MOST} tokens already. Revoke one that you do not use.`, 'TOO_MANY_TOKENS');
    const secret = `tl_${newToken()}`;
    const now = this.clock.now();
    const apiToken = await this.database.once(
      actor,
      input.mutationKey,
      (tx) =>
        tx.save(
          tx.create(ApiToken, {
            personId: actor.personId,
            name: input.name,
            tokenHash: hashToken(secret),
            createdAt: now,
            expiresAt: new Date(now.getTime() + input.expiresInDays * DAY_MS),
            lastUsedAt: null,
          }),
        ),
      () => {
        // The secret of the first answer is not kept, so it cannot be said again.
        throw new Conflict('This token was made already, and its secret is shown only once. Revoke it and make another.', 'SHOWN_ONCE');
      },
    );
    return { apiToken, secret };
  }

  /** @throws NotFound */
  async revoke(actor: Actor, apiTokenId: string): Promise<void> {
    if (!actor.sessionId) throw new Forbidden();
    const { affected } = await this.database.dataSource.manager.delete(ApiToken, { id: uuid(apiTokenId), personId: actor.personId });
    if (!affected) throw new NotFound();
  }
}
