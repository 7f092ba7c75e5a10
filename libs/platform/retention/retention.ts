import { Injectable, type OnModuleInit, type Provider } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { type Actor, mustBeFresh } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { Jobs } from '#platform/jobs';
import type { RetentionRule, SetRetentionInput } from './retention-rule.js';

const DAY_MS = 86_400_000;
const CHOSEN: Statement = { name: 'retention.chosen', text: 'select kind, days from retention_setting' };
const CHOOSE: Statement = {
  name: 'retention.choose',
  text: 'insert into retention_setting (kind, days) values ($1, $2) on conflict (kind) do update set days = $2',
};

/** What is erased after its time. */
export interface Forgetting {
  /** In small letters; the key of its words on the page. */
  kind: string;
  usual: number;
  least: number;
  most: number;
  /** SQL statements with $1, the moment before which things are old. */
  statements: readonly string[];
}

/** How long things are kept: usual times, other ones that administrators chose, and one job a night that erases. */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly all = new Map<string, Forgetting>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.jobs.define('retention.forget', () => this.forget(), '53 3 * * *');
  }

  /** Once a kind. */
  define(forgetting: Forgetting): void {
    this.all.set(forgetting.kind, forgetting);
  }

  /** @throws NotFound for all but administrators */
  async rules(actor: Actor): Promise<RetentionRule[]> {
    if (!actor.isAdministrator) throw new NotFound();
    const chosen = await this.chosen();
    return [...this.all.values()]
      .map(({ kind, usual, least, most }) => ({ kind, usual, least, most, days: chosen.get(kind) ?? usual }))
      .sort((a, b) => a.kind.localeCompare(b.kind));
  }

  /** @throws Invalid outside of what the rule allows */
  async set(actor: Actor, { kind, days, mutationKey }: SetRetentionInput): Promise<RetentionRule[]> {
    if (!actor.isAdministrator) throw new NotFound();
    mustBeFresh(actor, this.clock.now());
    const rule = this.all.get(kind);
    if (!rule) throw Invalid.field('kind', 'UNKNOWN_RULE', 'Choose one of the rules.');
    if (days < rule.least || days > rule.most)
      throw Invalid.field('days', 'OUT_OF_RANGE', `Choose from ${rule.least} to ${rule.most} days.`);
    await this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        await this.database.run(tx, CHOOSE, [kind, days]);
        await this.audit.note(tx, actor, 'oversight.retention-changed', { subject: { kind: 'server', id: null }, details: { kind, days } });
        return { id: actor.personId };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.rules(actor);
  }

  /** Erases what is old. A kind that fails does not keep the others. */
  async forget(): Promise<void> {
    const chosen = await this.chosen();
    const failures: unknown[] = [];
    for (const { kind, usual, most, statements } of this.all.values()) {
      const before = new Date(this.clock.now().getTime() - Math.min(chosen.get(kind) ?? usual, most) * DAY_MS);
      for (const [index, text] of statements.entries()) {
        await this.database.read({ name: `retention.${kind}.${index}`, text }, [before]).catch((error: unknown) => failures.push(error));
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private async chosen(): Promise<Map<string, number>> {
    const rows = await this.database.read<{ kind: string; days: number }>(CHOSEN, []);
    return new Map(rows.map(({ kind, days }) => [kind, days]));
  }
}

/** A provider that says what a module erases after its time: one line among the module's providers. */
export const forgets = (...all: Forgetting[]): Provider => ({
  provide: Symbol(`forgets ${all.map(({ kind }) => kind).join()}`),
  inject: [Retention],
  useFactory: (retention: Retention) => all.forEach((one) => retention.define(one)),
});
