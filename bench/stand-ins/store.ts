import pg from 'pg';
import { ADD, BUMP, LIST, POSTS, THREAD } from './statements.js';

/** A row of the database, as the driver gives it. */
export type Row = Record<string, unknown>;

const SOME_TEXT = 'A reply.';

/** The same work as ours, without permissions, events, jobs, rooms and keys: the least that any server has to do on these tables. */
export class Store {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 10, options: '-c random_page_cost=1.1 -c jit=off' });
  }

  async threads(communityId: string, viewerId: string): Promise<object[]> {
    const { rows } = await this.pool.query<Row>({ ...LIST, values: [communityId, viewerId] });
    return rows.map((row) => ({
      ...lineOf(row),
      lastPostBy: personOf(row, 'last'),
    }));
  }

  async thread(id: string, viewerId: string): Promise<object | null> {
    const { rows } = await this.pool.query<Row>({ ...THREAD, values: [id, viewerId] });
    return rows[0] ? { ...lineOf(rows[0]), isFollowed: rows[0]['is_followed'] ?? false, lastPostBy: rows[0]['last_post_by'] } : null;
  }

  async posts(threadId: string, viewerId: string, from: number): Promise<object[]> {
    const { rows } = await this.pool.query<Row>({ ...POSTS, values: [threadId, viewerId, from, from + 19] });
    return rows.map((row) => ({
      id: row['id'],
      position: row['position'],
      author: personOf(row, 'author'),
      body: row['body'],
      createdAt: row['created_at'],
      editedAt: row['edited_at'],
      isRemoved: row['removed_at'] !== null,
      reactions: Object.entries(row['reaction_counts'] as Record<string, number>).map(([kind, count]) => ({
        kind,
        count,
        viewerReacted: (row['own_reactions'] as string[] | null)?.includes(kind) ?? false,
      })),
      replyTo: row['replied_id']
        ? { id: row['replied_id'], position: row['replied_position'], excerpt: row['replied_excerpt'], author: row['replied_author'] }
        : null,
    }));
  }

  /** Kept for good once it returns. */
  async reply(threadId: string, authorId: string, body: object): Promise<{ id: string; position: number }> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const { rows: bumped } = await client.query<{ position: number }>({ ...BUMP, values: [threadId, authorId] });
      const position = bumped[0]?.position ?? 0;
      const values = [threadId, position, authorId, body, `<p>${SOME_TEXT}</p>`, SOME_TEXT, SOME_TEXT];
      const { rows: added } = await client.query<{ id: string }>({ ...ADD, values });
      await client.query('commit');
      return { id: added[0]?.id ?? '', position };
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}

const lineOf = (row: Row) => ({
  id: row['id'],
  title: row['title'],
  level: row['level'],
  createdAt: row['created_at'],
  lastPostAt: row['last_post_at'],
  replyCount: Number(row['post_count']) - 1,
  isClosed: row['closed_at'] !== null,
  unreadCount: Number(row['post_count']) - Number(row['last_read_position'] ?? 0),
  author: personOf(row, 'author'),
});

const personOf = (row: Row, as: 'author' | 'last') => ({
  id: row[`${as}_id`],
  name: row[`${as}_name`],
  headline: row[`${as}_headline`],
  pictureUrl: row[`${as}_picture`] ? `/files/${String(row[`${as}_picture`])}` : null,
  isDemo: row[`${as}_is_demo`],
});
