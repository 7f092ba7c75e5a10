import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database, type Statement } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf } from '#platform/graphql';
import { MailCount, MailLogEntry, type MailState } from './mail-log-entry.js';

const PAGE: Statement = {
  name: 'mail.log',
  text: `select id, number::int as number, kind, masked as to, state, reason, created_at as "createdAt", done_at as "doneAt"
           from mail where ($1::bigint is null or number < $1) and ($2::text is null or state = $2) order by number desc limit $3`,
};
const COUNTS: Statement = { name: 'mail.counts', text: `select state, count(*)::int as count from mail group by state order by state` };

/** What became of the mails: for administrators, without texts and whole addresses. For others it is not there. */
@Injectable()
export class MailLog {
  constructor(private readonly database: Database) {}

  /** The latest first. @throws NotFound */
  async list(actor: Actor, state: MailState | null, { first = 20, after }: PageArgs): Promise<Page<MailLogEntry>> {
    if (!actor.isAdministrator) throw new NotFound();
    const cursor = decodeCursor(after, ['number']);
    const rows = await this.database.read<MailLogEntry>(PAGE, [cursor?.[0] ?? null, state, first + 1]);
    return pageOf(rows, first, (row) => encodeCursor(row.number), cursor !== null);
  }

  /** @throws NotFound */
  async counts(actor: Actor): Promise<MailCount[]> {
    if (!actor.isAdministrator) throw new NotFound();
    return this.database.read<MailCount>(COUNTS, []);
  }
}
