import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { type Searchable, Searchables } from '#platform/searchables';
import { COUNT_WORDS, IN_TURN, rebuild, refresh, refreshPieces, sweep } from './search-index.queries.js';

/** Raised when entries are made in another way: the index is then built anew at the next start. */
export const INDEX_VERSION = 1;

/** So many are read in one transaction, more or less: others wait for their turn that long. */
const AT_ONCE = 2_000;
const LOWEST = '00000000-0000-0000-0000-000000000000';

/** Keeps the index: what it says of a source, it says as the source is now. */
@Injectable()
export class SearchIndex {
  constructor(
    private readonly database: Database,
    private readonly searchables: Searchables,
    private readonly clock: Clock,
  ) {}

  /** Reads sources again, and their pieces. What is gone is forgotten. */
  async refresh(changed: ReadonlyMap<string, readonly string[]>): Promise<void> {
    for (const [kind, ids] of changed) {
      await this.database.transaction(async (tx) => {
        await this.database.run(tx, IN_TURN, []);
        await this.database.run(tx, refresh(this.searchables.of(kind)), [ids]);
      });
    }
  }

  /** Reads the pieces of a whole again, after it changed who may read it. */
  async refreshPieces(kind: string, wholeId: string): Promise<void> {
    const statement = refreshPieces(this.searchables.of(kind));
    let last: string | null = LOWEST;
    while (last !== null) last = await this.refreshSomePieces(statement, wholeId, last);
  }

  /** Where it stopped; null at the end. */
  private refreshSomePieces(statement: Statement, wholeId: string, after: string): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      await this.database.run(tx, IN_TURN, []);
      const [row] = await this.database.run<{ last: string | null }>(tx, statement, [wholeId, after, AT_ONCE]);
      return row?.last ?? null;
    });
  }

  /** Reads everything again, in pieces, while searches and writers go on. Returns how many entries there are. */
  async rebuild(): Promise<number> {
    let entries = 0;
    for (const searchable of this.searchables.all()) {
      for (const range of await this.stretches(searchable)) {
        await this.database.transaction(async (tx) => {
          await this.database.run(tx, IN_TURN, []);
          const [row] = await this.database.run<{ written: number }>(tx, rebuild(searchable), range);
          await this.database.run(tx, sweep(searchable), range);
          entries += row?.written ?? 0;
        });
      }
    }
    await this.countWords();
    await this.database.pool.query('analyze search_entry, search_word');
    await this.database.pool.query('update search_index set version = $1, built_at = $2', [INDEX_VERSION, this.clock.now()]);
    return entries;
  }

  /** Random ids fall evenly into stretches of the same length. */
  private async stretches({ things }: Searchable): Promise<[string, string][]> {
    const { rows } = await this.database.pool.query<{ count: number }>(`select count(*)::int as count from (${things}) as s`);
    const digits = [0, 1, 2, 3].find((many) => (rows[0]?.count ?? 0) <= AT_ONCE * 16 ** many) ?? 3;
    const starts = Array.from({ length: 16 ** digits }, (_, index) => (digits === 0 ? '' : index.toString(16).padStart(digits, '0')));
    const last = starts.map((start) => start.padEnd(32, 'f'));
    return last.map((id, index) => [index === 0 ? LOWEST : dashed(last[index - 1] as string), dashed(id)]);
  }

  async countWords(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.database.run(tx, IN_TURN, []);
      await this.database.run(tx, COUNT_WORDS, []);
    });
  }

  /** Whether it was made by these rules. */
  async isPresent(): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ version: number }>('select version from search_index');
    return rows[0]?.version === INDEX_VERSION;
  }
}

const dashed = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
