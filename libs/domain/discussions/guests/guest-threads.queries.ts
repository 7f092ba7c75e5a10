import type { RichTextDocument } from '#content';
import type { Statement } from '#platform/database';
import { authorColumns } from '../authors.queries.js';

/** What a guest may see at all: named contributions to a thread of the whole community, and never one without names. */
const OPEN_TO_GUESTS = `t.group_id is null and t.level in ('COMMUNITY', 'PUBLIC')`;

/** $1 guest's person, $2 thread, $3 now */
export const GUEST_THREAD: Statement = {
  name: 'guest-threads.get',
  text: `select t.id, g.id as "guestId", t.title, c.name as "communityName", t.closed_at is not null as "isClosed", g.invited_at as since, g.until, p.name,
                g.organisation, g.after_position as "afterPosition"
           from guest g join thread t on t.id = g.subject_id join community c on c.id = t.community_id join person p on p.id = g.person_id
          where g.subject = 'THREAD' and g.person_id = $1 and g.subject_id = $2 and g.accepted_at is not null and g.ended_at is null and g.until > $3
            and ${OPEN_TO_GUESTS}`,
};

export interface GuestPostRow {
  id: string;
  position: number;
  body: RichTextDocument;
  created_at: Date;
  edited_at: Date | null;
  author_id: string;
  author_name: string;
  author_headline: string | null;
  author_picture: string | null;
  author_is_demo: boolean;
}
/** $1 thread, $2 after this position, $3 how many: without voices, without what was removed. */
export const GUEST_POSTS: Statement = {
  name: 'guest-threads.posts',
  text: `select p.id, p.position, p.body, p.created_at, p.edited_at, ${authorColumns('a', 'author')}
           from post p join person a on a.id = p.author_id
          where p.thread_id = $1 and p.position > $2 and p.voice is null and p.removed_at is null order by p.position limit $3`,
};

/** $1 thread: nobody writes in it until we are done, so that the place from which a guest reads is exact. */
export const ADMIT: Statement = {
  name: 'guest-threads.admit',
  text: `select t.community_id as "communityId", t.post_count as "afterPosition" from thread t where t.id = $1 for no key update`,
};
/** $1 threads */
export const TITLES: Statement = {
  name: 'guest-threads.titles',
  text: `select t.id, t.title from thread t where t.id = any($1::uuid[]) and ${OPEN_TO_GUESTS}`,
};
