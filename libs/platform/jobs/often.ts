import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

const OFTEN = 3;
const AT_MOST = 200;

/**
 * The queue's library sends its statements without names, word for word the same again and again, and most of their time would go into planning.
 * Those that come often get a name, so that they are prepared as ours are; only so many, because each stays in every connection.
 */
export class OftenSent {
  private readonly seen = new Map<string, { times: number; name: string | null }>();

  /** The statement as it is to be sent. */
  query(text: string, values: unknown[] | undefined): QueryConfig {
    if (!values?.length) return { text };
    const known = this.seen.get(text) ?? { times: 0, name: null };
    if (known.times === 0 && this.seen.size < AT_MOST) this.seen.set(text, known);
    if (++known.times === OFTEN) known.name = `job.${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    return known.name ? { name: known.name, text, values } : { text, values };
  }
}
