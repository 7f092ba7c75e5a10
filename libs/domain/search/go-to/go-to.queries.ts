import { communityScope, contentScope, WITHOUT_LIST } from '#domain/communities';
import type { Statement } from '#platform/database';

/** What was typed stands for itself: wildcards are escaped after `plain`, which may make some of other letters. */
const PATTERN = `'%' || replace(replace(replace(plain($1), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
const found = (title: string) => `plain(${title}) like ${PATTERN}`;
const nearness = (title: string) => `similarity(plain(${title}), plain($1)) as near`;

/**
 * The same rule as on every other road, in SQL and before the limit, on the trigram indexes of the titles.
 * $1 what was typed, $2 memberships, $3 whether somebody is signed in, $4 groups they are in.
 */
export const GO_TO: Statement = {
  name: 'search.go_to',
  text: `
    select kind, title, detail, path from (
      (select 'COMMUNITY' as kind, c.name as title, null as detail, '/c/' || c.slug as path, 1 as rank, ${nearness('c.name')}
         from community c where ${found('c.name')} and c.merged_into_id is null and ${communityScope('c', '$3')} order by near desc, c.id limit 5)
      union all
      (select 'THREAD', t.title, c.name, '/t/' || t.id, 2, ${nearness('t.title')}
         from thread t join community c on c.id = t.community_id
        where ${found('t.title')} and ${contentScope('c', 't.level', 't.group_id', '$2', '$4')} order by near desc, t.id limit 5)
      union all
      (select 'SESSION', s.title, c.name, '/s/' || s.id, 3, ${nearness('s.title')}
         from session s join community c on c.id = s.community_id
        where ${found('s.title')} and ${contentScope('c', "'PUBLIC'", 's.group_id', '$2', '$4')} order by near desc, s.id limit 5)
      union all
      (select 'POSITION', p.title, c.name, '/p/' || p.id, 4, ${nearness('p.title')}
         from position p join community c on c.id = p.community_id
        where ${found('p.title')} and ${contentScope('c', "'COMMUNITY'", 'p.group_id', '$2', '$4')} order by near desc, p.id limit 5)
      union all
      (select 'PERSON', person.name, person.headline, '/people/' || person.id, 5, ${nearness('person.name')}
         from person where ${found('person.name')} and person.named_at is not null
          and exists (select from membership m where m.person_id = person.id and m.community_id = any($2::uuid[])
            and (m.community_id not in ${WITHOUT_LIST} or m.role in ('FACILITATOR', 'COORDINATOR')))
        order by near desc, person.id limit 5)
      union all
      (select 'ORGANISATION', o.name, o.city, '/o/' || o.id, 6, ${nearness('o.name')}
         from organisation o where ${found('o.name')} order by near desc, o.id limit 5)
    ) as found order by near desc, rank, path limit 12`,
};
