import type { Statement } from '#platform/database';
import { inUse } from '#domain/people';
import { authorColumns } from '../authors.queries.js';

/** Those whom an announcement is for: who has a say where it stands and can sign in, but for its author. */
const AUDIENCE = `select m.person_id from thread t join membership m on m.community_id = t.community_id and m.role in ('MEMBER', 'FACILITATOR', 'COORDINATOR')
    join person p on p.id = m.person_id and ${inUse('p')}
   where t.id = $1 and t.kind = 'ANNOUNCEMENT' and m.person_id is distinct from t.author_id
     and (t.group_id is null or exists (select from group_membership g where g.group_id = t.group_id and g.person_id = m.person_id))`;

/** $1 announcement, $2 viewer */
export const COUNTS: Statement = {
  name: 'announcements.counts',
  text: `with audience as (${AUDIENCE})
    select count(*)::int as "audienceCount", count(r.person_id)::int as "confirmedCount", max(r.confirmed_at) filter (where r.person_id = $2) as "viewerConfirmedAt"
      from audience a left join announcement_receipt r on r.thread_id = $1 and r.person_id = a.person_id`,
};

/** $1 announcement: who has confirmed and who has not, 200 of each. */
export const PEOPLE: Statement = {
  name: 'announcements.people',
  text: `with audience as (${AUDIENCE}),
    standing as (
      select a.person_id, r.confirmed_at, row_number() over (partition by r.confirmed_at is null order by r.confirmed_at desc, p.name, p.id) as place
        from audience a join person p on p.id = a.person_id left join announcement_receipt r on r.thread_id = $1 and r.person_id = a.person_id)
    select ${authorColumns('p', 'author')}, s.confirmed_at is not null as confirmed from standing s join person p on p.id = s.person_id
     where s.place <= 200 order by confirmed, s.place`,
};

/** $1 announcement, $2 who, $3 now */
export const CONFIRM: Statement = {
  name: 'announcements.confirm',
  text: `insert into announcement_receipt (thread_id, person_id, confirmed_at) values ($1, $2, $3) on conflict do nothing returning person_id`,
};

/** $1 announcement: whom it is for. */
export const FOR_WHOM: Statement = { name: 'announcements.for-whom', text: AUDIENCE };
