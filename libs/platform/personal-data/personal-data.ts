import { Injectable, type Provider, Scope } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

/** What deletion does to a row: it goes, the pointer in it is cleared, or it stays and points at somebody without a name. */
export type Erasure = 'DELETE' | 'CLEAR' | 'KEEP';

/** One column that points at a person, or holds their address. */
export interface Holding {
  /** `table.column`. */
  column: string;
  erased: Erasure;
  /** What of the row goes into the download: an SQL select list on the alias `held`. Never what is somebody else's. */
  download?: string;
  /** The part of the download in which it stands, and the key of its words: `posts`. */
  part?: string;
  /** SQL order of the rows. */
  order?: string;
  /** Why it is not in the download. */
  why?: string;
}

/** Whose data it is. */
export interface DataSubject {
  id: string;
  email: string;
  /** Whether what they contributed stays, without their name. */
  keeps: boolean;
}

/** What a module keeps of people. */
export interface Contribution {
  holdings: readonly Holding[];
  /** What plain rules cannot say, before they are applied: taking texts back, leaving communities. */
  erase?: (tx: Tx, person: DataSubject) => Promise<void>;
  /**
   * SQL of what names a person: rows of kind, title, path, at; $1 the person, $2 their communities (uuid[]), $3 their groups (uuid[]). Only what they may
   * open, and nothing that is unattributed: a list can be read over a shoulder.
   */
  named?: string;
}

/** One part of somebody's download. */
export interface DownloadPart {
  name: string;
  rows: Record<string, unknown>[];
}

/** What the whole server keeps of a person, as each module has said of itself. */
@Injectable()
export class PersonalData {
  private readonly contributions = new Map<string, Contribution>();

  constructor(private readonly database: Database) {}

  /** Once a module. */
  contribute(module: string, contribution: Contribution): void {
    this.contributions.set(module, contribution);
  }

  holdings(): Holding[] {
    return [...this.contributions.values()].flatMap(({ holdings }) => holdings);
  }

  /** How many parts there will be, and the parts one after the other. */
  async *gather(personId: string): AsyncGenerator<DownloadPart & { of: number }> {
    const parts = this.holdings().filter((holding) => holding.download);
    for (const { column, download, part, order } of parts) {
      const [table = '', name = ''] = column.split('.');
      const text = `select ${download} from ${table} held where held.${name} = $1 ${order ? `order by ${order}` : ''}`;
      const { rows } = await this.database.pool.query<Record<string, unknown>>(text, [personId]);
      yield { name: part ?? table, rows, of: parts.length };
    }
  }

  /** Takes everything away that is the person's own. What is done twice does no more. */
  async erase(tx: Tx, person: DataSubject): Promise<void> {
    for (const { erase } of this.contributions.values()) await erase?.(tx, person);
    for (const { column, erased } of this.holdings()) {
      const [table = '', name = ''] = column.split('.');
      if (erased === 'KEEP') continue;
      const where = `where ${name} = $1`;
      const text = erased === 'DELETE' ? `delete from ${table} ${where}` : `update ${table} set ${name} = null ${where}`;
      await this.database.run(tx, { name: `personal-data.erase.${column}`, text }, [
        /email|recipient/.test(name) ? person.email : person.id,
      ]);
    }
  }

  /** The SQL of all that names a person, joined. */
  named(): string {
    return [...this.contributions.values()].flatMap(({ named }) => (named ? [named] : [])).join('\nunion all\n');
  }
}

/** A provider that says what a module keeps of people: one line among the module's providers. */
export const keepsOfPeople = (module: string, contribution: Contribution): Provider => ({
  provide: Symbol(`personal data of ${module}`),
  scope: Scope.DEFAULT,
  inject: [PersonalData],
  useFactory: (data: PersonalData) => data.contribute(module, contribution),
});
