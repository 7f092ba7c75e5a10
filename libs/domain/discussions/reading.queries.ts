import type { Statement } from '#platform/database';

/** $1 person, $2 thread, $3 position, $4 now, $5 version of the summary or null. Two devices may report in any order: the position only grows, and never beyond the last post. */
export const MARK_READ: Statement = {
  name: 'reading.mark',
  text: `insert into thread_reading (person_id, thread_id, last_read_position, last_read_at, seen_summary)
    select $1, id, least($3::int, post_count), $4, case when $5::int is not null then least($5::int, summary_version) end from thread where id = $2
    on conflict (person_id, thread_id) do update set
      last_read_position = greatest(thread_reading.last_read_position, excluded.last_read_position), last_read_at = excluded.last_read_at,
      seen_summary = greatest(thread_reading.seen_summary, excluded.seen_summary)
    returning last_read_position`,
};

/** $1 person, $2 thread, $3 on */
export const FOLLOW: Statement = {
  name: 'reading.follow',
  text: `insert into thread_reading (person_id, thread_id, is_followed) values ($1, $2, $3)
    on conflict (person_id, thread_id) do update set is_followed = excluded.is_followed`,
};
