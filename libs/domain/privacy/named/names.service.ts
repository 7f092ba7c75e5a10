import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf } from '#platform/graphql';
import { PersonalData } from '#platform/personal-data';
import type { NamedIn, NamedKind } from './named-in.js';

/** Where somebody is named: for themselves alone, and only what they may open now. */
@Injectable()
export class Names {
  constructor(
    private readonly database: Database,
    private readonly data: PersonalData,
  ) {}

  /** The latest first. */
  async list(actor: Actor, kind: NamedKind | null, { first = 20, after }: PageArgs): Promise<Page<NamedIn>> {
    const cursor = decodeCursor(after, ['date', 'string']);
    const text = `
      select kind, title, path, at, key from (
        select n.*, coalesce(at, 'epoch') as since, md5(kind || coalesce(path, '') || title) as key
          from (select * from (${this.data.named()}) as named (kind, title, path, at)) n) found
       where ($4::text is null or kind = $4) and ($5::timestamptz is null or (date_trunc('milliseconds', since), key) < ($5, $6))
       order by date_trunc('milliseconds', since) desc, key desc limit $7`;
    const values = [actor.personId, actor.communityIds, actor.groupIds, kind, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1];
    const rows = await this.database.read<NamedIn>({ name: 'privacy.named', text }, values);
    return pageOf(rows, first, ({ at, key }) => encodeCursor((at ?? new Date(0)).toISOString(), key), cursor !== null);
  }
}
