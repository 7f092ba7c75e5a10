import pg from 'pg';
import { excerpt, parseRichText, plainToRichText, renderHtml, renderText } from '#content';
import { SAMPLES } from './samples.js';

/** How large the house is. Ten times the size has ten times the people, threads and posts in the same communities, so that every list is longer. */
export interface Size {
  people: number;
  communities: number;
  threads: number;
  posts: number;
}

/** The size at which performance.md measures, or a multiple of it. */
export const sizeAt = (scale: number): Size => ({ people: 1000 * scale, communities: 20, threads: 2000 * scale, posts: 40_000 * scale });

/** Threads 1 to 20 have 500 posts, one in every community. */
export const LONG = 500;
/** Thread 21, in the first community. */
export const DEEP = { thread: 21, posts: 5000 } as const;
/** These people are members of all communities and have read half of all threads; everybody is a member of the first community. */
export const VIEWERS = 20;

/** Fills an empty, migrated database, straight in SQL. Returns how many rows each table has. */
export async function fill(url: string, size: Size): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // What is inserted is right by construction, so the keys need no asking row by row.
    await client.query('set session_replication_role = replica');
    await client.query('begin');
    await addPlan(client, size);
    await addPeople(client, size);
    await addDiscussions(client);
    await addReading(client);
    await client.query('commit');
    await client.query('vacuum analyze');
    return await rowsOf(client);
  } finally {
    await client.end();
  }
}

/** What will be written, by number: threads with their length, and each post with its author and its time. */
async function addPlan(client: pg.Client, { communities, threads, posts, people }: Size): Promise<void> {
  await client.query(`
    create function bench_id(kind text, n bigint) returns uuid language sql immutable as $$
      select (substr(m, 1, 12) || '4' || substr(m, 14, 3) || '8' || substr(m, 18))::uuid from md5(kind || n) m $$`);
  await client.query(`create temp table sample (n int primary key, body jsonb, html text, text text, excerpt text) on commit drop`);
  for (const [n, words] of SAMPLES.entries()) {
    const body = parseRichText(plainToRichText(words));
    await client.query('insert into sample values ($1, $2, $3, $4, $5)', [n, body, renderHtml(body), renderText(body), excerpt(body, 160)]);
  }
  const short = threads - communities - 1;
  const rest = posts - communities * LONG - DEEP.posts;
  // Every second short thread has three posts, and the others share what is left.
  const lively = Math.floor(short / 2);
  const shared = rest - (short - lively) * 3;
  await client.query(
    `create temp table planned_thread on commit drop as
      select n, 1 + (n - 1) % ${communities} as community, bench_id('thread', n) as id,
             case when n <= ${communities} then ${LONG} when n = ${DEEP.thread} then ${DEEP.posts} when k % 2 = 1 then 3
                  else (k / 2 * ${shared}::bigint / ${lively} - (k / 2 - 1) * ${shared}::bigint / ${lively})::int end as posts,
             date_trunc('milliseconds', now()) - interval '120 days' + n * interval '3 minutes' as created_at
        from generate_series(1, ${threads}) n, lateral (select n - ${communities} - 1 as k) short`,
  );
  await client.query(
    `create temp table planned_post on commit drop as
      select t.n as thread, t.id as thread_id, t.community, p as position, t.posts as of,
             1 + (t.n::bigint * 31 + p * 17) % ${people} as author, t.created_at + (p - 1) * interval '2 minutes' as at,
             (t.n + p) % ${SAMPLES.length} as sample
        from planned_thread t, generate_series(1, t.posts) p`,
  );
}

async function addPeople(client: pg.Client, { people, communities }: Size): Promise<void> {
  await client.query(
    `insert into person (id, email, name, headline, languages, named_at)
      select bench_id('person', n), 'person' || n || '@example.org', 'Person ' || n, 'Adviser for integration, town ' || n % 97, '{en}', now()
        from generate_series(1, ${people}) n`,
  );
  await client.query(
    `insert into sign_in_session (person_id, token_hash, device, created_at, last_seen_at, expires_at)
      select bench_id('person', n), sha256(convert_to('bench-session-of-person-' || lpad(n::text, 8, '0'), 'UTF8')), 'Bench', now(), now(), now() + interval '30 days'
        from generate_series(1, ${people}) n`,
  );
  await client.query(
    `insert into community (id, slug, name, kind, level, languages, summary, charter_domain, charter_community, charter_practice, visibility, join_policy)
      select bench_id('community', n), 'community-' || n, 'Community ' || n, 'COMMUNITY_OF_PRACTICE', 'EU', '{en}', 'People who work on question ' || n,
             'Reception and first steps', 'Advisers of towns and associations', 'Checklists, guides, experience', 'PUBLIC', 'OPEN'
        from generate_series(1, ${communities}) n`,
  );
  await client.query(
    `insert into membership (community_id, person_id, role, joined_at)
      select bench_id('community', c), bench_id('person', n), 'MEMBER', now() - interval '200 days'
        from generate_series(1, ${people}) n, generate_series(1, ${communities}) c
       where n <= ${VIEWERS} or c = 1 or c = 2 + n % ${communities - 1} or c = 2 + (n * 7 + 3) % ${communities - 1}`,
  );
}

async function addDiscussions(client: pg.Client): Promise<void> {
  await client.query(
    `insert into thread (id, community_id, title, level, author_id, created_at, last_post_at, last_post_by_id, post_count, participant_count)
      select t.id, bench_id('community', t.community), 'How do you go about question ' || t.n || ', and what has worked?',
             case when t.n % 3 = 0 then 'PUBLIC' else 'COMMUNITY' end, bench_id('person', f.author), t.created_at, l.at, bench_id('person', l.author), t.posts, v.people
        from planned_thread t
        join planned_post f on f.thread = t.n and f.position = 1
        join planned_post l on l.thread = t.n and l.position = t.posts
        join (select thread, count(distinct author)::int as people from planned_post group by thread) v on v.thread = t.n`,
  );
  await client.query(
    `insert into post (id, thread_id, position, author_id, body, html, text, excerpt, reply_to_id, reaction_counts, created_at)
      select bench_id('post', p.thread::bigint * 10000 + p.position), p.thread_id, p.position, bench_id('person', p.author), s.body, s.html, s.text, s.excerpt,
             case when p.position % 4 = 0 then bench_id('post', p.thread::bigint * 10000 + p.position - 1) end,
             case when p.position % 5 = 0 then '{"THANKS": 2}'::jsonb else '{}' end, p.at
        from planned_post p join sample s on s.n = p.sample order by p.thread, p.position`,
  );
  await client.query(
    `insert into post_reaction (post_id, person_id, kind, reacted_at)
      select bench_id('post', thread::bigint * 10000 + position), bench_id('person', who), 'THANKS', at
        from planned_post, generate_series(1, 2) who where position % 5 = 0`,
  );
  await client.query(`insert into thread_stir (thread_id, told_position) select id, posts from planned_thread`);
  await client.query(
    `insert into community_week (community_id, week, posts)
      select bench_id('community', community), date_trunc('week', at at time zone 'UTC')::date, count(*) from planned_post group by 1, 2`,
  );
  await client.query(
    `update community c set member_count = (select count(*) from membership where community_id = c.id),
            thread_count = t.threads, last_activity_at = t.last_at
       from (select community_id, count(*)::int as threads, max(last_post_at) as last_at from thread group by 1) t where t.community_id = c.id`,
  );
}

async function addReading(client: pg.Client): Promise<void> {
  await client.query(
    `insert into thread_participant (thread_id, person_id, post_count, last_post_at)
      select thread_id, bench_id('person', author), count(*), max(at) from planned_post group by thread_id, author`,
  );
  // Of the hundreds who wrote in a long thread, one in 25 still follows it.
  await client.query(
    `insert into thread_reading (person_id, thread_id, last_read_position, last_read_at, is_followed)
      select bench_id('person', author), thread_id, max(position), max(at), max("of") < 100 or author % 25 = 0
        from planned_post where author > ${VIEWERS} group by thread_id, author`,
  );
  await client.query(
    `insert into thread_reading (person_id, thread_id, last_read_position, last_read_at)
      select bench_id('person', who), t.id, (t.posts + 1) / 2, t.created_at from planned_thread t, generate_series(1, ${VIEWERS}) who where (t.n + who) % 2 = 0`,
  );
}

async function rowsOf(client: pg.Client): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  for (const table of ['person', 'community', 'membership', 'thread', 'post', 'post_reaction', 'thread_participant', 'thread_reading']) {
    const { rows: counted } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    rows.set(table, counted[0]?.n ?? 0);
  }
  return rows;
}
