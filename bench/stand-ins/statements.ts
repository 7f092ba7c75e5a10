const author = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'headline', ${alias}.headline, 'picture', ${alias}.picture_file_id, 'isDemo', ${alias}.is_demo)`;
const AUTHORED = `a.id as author_id, a.name as author_name, a.headline as author_headline, a.picture_file_id as author_picture, a.is_demo as author_is_demo`;

/** $1 community, $2 viewer: the newest 20 threads as lines of a list. */
export const LIST = {
  name: 'list',
  text: `select t.id, t.title, t.level, t.created_at, t.last_post_at, t.post_count, t.closed_at, v.last_read_position, ${AUTHORED},
      l.id as last_id, l.name as last_name, l.headline as last_headline, l.picture_file_id as last_picture, l.is_demo as last_is_demo
    from (select * from thread where community_id = $1 order by last_post_at desc, id desc limit 20) t
    join person a on a.id = t.author_id join person l on l.id = t.last_post_by_id
    left join thread_reading v on v.person_id = $2 and v.thread_id = t.id order by t.last_post_at desc, t.id desc`,
};

/** $1 thread, $2 viewer */
export const THREAD = {
  name: 'thread',
  text: `select t.id, t.title, t.level, t.created_at, t.last_post_at, t.post_count, t.closed_at, v.last_read_position, v.is_followed, ${AUTHORED}, ${author('l')} as last_post_by
    from thread t join person a on a.id = t.author_id join person l on l.id = t.last_post_by_id
    left join thread_reading v on v.person_id = $2 and v.thread_id = t.id where t.id = $1`,
};

/** $1 thread, $2 viewer, $3 and $4 first and last position */
export const POSTS = {
  name: 'posts',
  text: `select p.id, p.position, p.body, p.created_at, p.edited_at, p.removed_at, p.reaction_counts, ${AUTHORED},
      q.id as replied_id, q.position as replied_position, q.excerpt as replied_excerpt, w.name as replied_author,
      (select array_agg(x.kind) from post_reaction x where x.post_id = p.id and x.person_id = $2) as own_reactions
    from post p join person a on a.id = p.author_id left join post q on q.id = p.reply_to_id left join person w on w.id = q.author_id
    where p.thread_id = $1 and p.position between $3 and $4 order by p.position`,
};

/** $1 thread, $2 author: the next position. */
export const BUMP = {
  name: 'bump',
  text: `update thread set post_count = post_count + 1, last_post_at = now(), last_post_by_id = $2 where id = $1 returning post_count as position`,
};

/** $1 thread, $2 position, $3 author, $4 body, $5 html, $6 text, $7 excerpt */
export const ADD = {
  name: 'add',
  text: `insert into post (thread_id, position, author_id, body, html, text, excerpt, created_at) values ($1, $2, $3, $4, $5, $6, $7, now()) returning id`,
};
