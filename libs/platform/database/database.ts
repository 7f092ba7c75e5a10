import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager, EntityNotFoundError, QueryFailedError } from 'typeorm';
import type { Actor } from '#platform/auth';
import { Conflict, DomainError } from '#platform/errors';

/** A transaction: pass it on, never keep it. */
export type Tx = EntityManager;

/** A statement prepared once per connection under its name: four fifths of an unprepared statement's time is planning. */
export interface Statement {
  name: string;
  text: string;
}

const afterCommits = new WeakMap<Tx, (() => void | Promise<void>)[]>();
const mutationKeys = new WeakMap<Tx, MutationKey>();
const constraintErrors = new Map<string, () => DomainError>();

/** Says what the breach of a constraint means in the domain's words. One place translates; never check-then-insert alone. */
export function onConstraint(constraint: string, error: () => DomainError): void {
  constraintErrors.set(constraint, error);
}

const postgresError = (error: unknown): { code?: string; constraint?: string } =>
  error instanceof QueryFailedError ? (error.driverError as { code?: string; constraint?: string }) : ((error ?? {}) as { code?: string });

const translated = (error: unknown): unknown => {
  const { code, constraint } = postgresError(error);
  if (code !== '23505' && code !== '23503' && code !== '23514' && code !== '23P01') return error;
  const known = constraint ? constraintErrors.get(constraint) : undefined;
  if (known) return known();
  return code === '23505' ? new Conflict('Somebody did the same at the same moment. Look again.', 'ALREADY_DONE') : error;
};

/** All writing goes through here: transactions, what follows a commit, and writes that happen once however often they are sent. */
@Injectable()
export class Database {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();

  constructor(@InjectDataSource() readonly dataSource: DataSource) {}

  /** Runs the work in one transaction; then what was left for after the commit. Deadlocks are tried again. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const after: (() => void | Promise<void>)[] = [];
      try {
        const result = await this.dataSource.transaction(async (tx) => {
          afterCommits.set(tx, after);
          const here: OpenTransaction = { tx };
          try {
            return await this.open.run(here, () => work(tx));
          } finally {
            here.tx = null;
          }
        });
        for (const task of after) await task();
        return result;
      } catch (error) {
        const { code } = postgresError(error);
        if ((code === '40P01' || code === '40001') && attempt < 3) continue;
        throw translated(error);
      }
    }
  }

  /** Does the task once the transaction is committed, before its caller goes on; never when it is rolled back. */
  afterCommit(tx: Tx, task: () => void | Promise<void>): void {
    const tasks = afterCommits.get(tx);
    if (!tasks) throw new Error('afterCommit needs a transaction of Database.transaction');
    tasks.push(task);
  }

  /**
   * A write that its sender may repeat: the same person and key act once and get the same result.
   * The key is stored last, so a second sender waits for the first to commit, rolls its own work back and reads the first one's result.
   */
  async once<T extends { id: string }>(
    actor: Pick<Actor, 'personId'>,
    mutationKey: string | null | undefined,
    write: (tx: Tx) => Promise<T>,
    again: (id: string) => Promise<T>,
  ): Promise<T> {
    if (!mutationKey) return this.transaction(write);
    try {
      return await this.transaction(async (tx) => {
        const key: MutationKey = { personId: actor.personId, key: mutationKey, isStored: false };
        mutationKeys.set(tx, key);
        const result = await write(tx);
        if (key.isStored) return result;
        const [stored] = await this.run<{ stored: boolean }>(tx, STORE_KEY, [actor.personId, mutationKey, result.id]);
        if (!stored) throw new AlreadyActed();
        return result;
      });
    } catch (error) {
      // Also after a refusal: the first sender may have taken the very seat that the second one found taken.
      if (!(error instanceof AlreadyActed) && !(error instanceof DomainError)) throw error;
      const [earlier] = await this.read<{ result_id: string }>(FIND_KEY, [actor.personId, mutationKey]);
      if (earlier) return this.sameAgain(earlier.result_id, again);
      throw error;
    }
  }

  /**
   * For a write that is sent so often that the key goes with its last statement: what that statement stores (see `storingKey`), and what is to be told
   * of it. Nulls when there is no key.
   */
  keyWith(tx: Tx, resultId: string): { values: [string | null, string | null, string]; stored: (isStored: boolean) => void } {
    const key = mutationKeys.get(tx);
    return {
      values: [key?.personId ?? null, key?.key ?? null, resultId],
      stored: (isStored) => {
        if (!key) return;
        if (!isStored) throw new AlreadyActed();
        key.isStored = true;
      },
    };
  }

  /** The first answer as it stands now. A key that was used for something else leads to nothing of this kind. */
  private async sameAgain<T>(id: string, again: (id: string) => Promise<T>): Promise<T> {
    try {
      return await again(id);
    } catch (error) {
      if (error instanceof EntityNotFoundError || postgresError(error).code === NOT_SUCH_AN_ID) throw new KeyIsUsed();
      throw error;
    }
  }

  /**
   * A prepared read. Within a transaction it goes over the transaction's own connection: if each of ten writers held one and waited for an eleventh,
   * all would wait for ever.
   */
  async read<Row>(statement: Statement, values: unknown[]): Promise<Row[]> {
    const tx = this.open.getStore()?.tx;
    if (tx) return this.run(tx, statement, values);
    return (await this.pool.query({ ...statement, values })).rows as Row[];
  }

  /** A prepared statement inside a transaction. */
  async run<Row>(tx: Tx, statement: Statement, values: unknown[]): Promise<Row[]> {
    if (!tx.queryRunner) throw new Error('run needs a transaction');
    const client = (await tx.queryRunner.connect()) as PoolClient;
    return (await client.query({ ...statement, values })).rows as Row[];
  }

  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

/** Null once it has ended: what it left running reads from the pool again. */
interface OpenTransaction {
  tx: Tx | null;
}

interface MutationKey {
  personId: string;
  key: string;
  isStored: boolean;
}

class AlreadyActed extends Error {}

/** `invalid_text_representation`: the result of another kind of write has another kind of id. */
const NOT_SUCH_AN_ID = '22P02';

class KeyIsUsed extends Conflict {
  constructor() {
    super('This mutation key was used for something else. Take a new one for each thing you do.', 'KEY_IS_USED');
  }
}

const STORE_KEY: Statement = {
  name: 'mutation_key.store',
  text: `insert into mutation_key (person_id, key, result_id) values ($1, $2, $3) on conflict do nothing returning true as stored`,
};

/** A part of a larger statement, with the three values of `keyWith` from the given place on: `select exists (select from keyed)` says whether it is stored. */
export const storingKey = (first: number): string => `
  keyed as (
    insert into mutation_key (person_id, key, result_id) select $${first}::uuid, $${first + 1}::text, $${first + 2}::uuid where $${first + 1}::text is not null
    on conflict do nothing returning key)`;
const FIND_KEY: Statement = { name: 'mutation_key.find', text: `select result_id from mutation_key where person_id = $1 and key = $2` };
