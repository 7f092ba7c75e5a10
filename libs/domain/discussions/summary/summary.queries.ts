import type { Statement } from '#platform/database';
import { authorColumns, joinAuthor } from '../authors.queries.js';

/** $1 thread, $2 the version it was written from, $3 to $6 its parts, $7 sources, $8 who or null, $9 when. Nothing comes back when there is a newer one. */
export const KEEP: Statement = {
  name: 'summary.keep',
  text: `with bumped as (update thread set summary_version = summary_version + 1 where id = $1 and summary_version = $2 returning id, summary_version, post_count)
    insert into thread_summary (thread_id, version, agree, differ, open, decided, sources, kept_by_id, kept_at)
    select id, summary_version, $3, $4, $5, $6, array(select position from unnest($7::int[]) as position where position <= post_count), $8, $9 from bumped
    returning version`,
};

const COLUMNS = `s.version, s.agree, s.differ, s.open, s.decided, s.sources, s.kept_at as "keptAt", ${authorColumns('a', 'author')}`;

/** $1 thread, $2 versions */
export const VERSIONS: Statement = {
  name: 'summary.versions',
  text: `select ${COLUMNS} from thread_summary s ${joinAuthor('a', 's.kept_by_id')} where s.thread_id = $1 and s.version = any($2::int[])`,
};

/** $1 thread: the latest first, as many as anybody reads. */
export const HISTORY: Statement = {
  name: 'summary.history',
  text: `select ${COLUMNS} from thread_summary s ${joinAuthor('a', 's.kept_by_id')} where s.thread_id = $1 order by s.version desc limit 50`,
};
