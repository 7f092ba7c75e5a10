import { contentScope } from '#domain/communities';
import type { Contribution } from '#platform/personal-data';

const SCOPE = contentScope('c', "'PUBLIC'", 's.group_id', '$2', '$3');

/** Seats of coming sessions are given up when the person leaves their communities; those of past ones keep the count. */
export const PEER_LEARNING_DATA: Contribution = {
  holdings: [
    {
      column: 'session.scheduled_by_id',
      erased: 'KEEP',
      part: 'sessionsScheduled',
      download: 'held.id, held.title, held.description, held.place, held.starts_at as "startsAt", held.state',
      order: 'held.starts_at',
    },
    {
      column: 'off_record_remark.person_id',
      erased: 'DELETE',
      why: 'What is said off the record is never exported, and erased with its session.',
    },
    {
      column: 'seat.person_id',
      erased: 'KEEP',
      part: 'seats',
      download: `(select s.title from session s where s.id = held.session_id) as session, held.state, held.taken_at as "takenAt"`,
    },
    { column: 'session_change.changed_by_id', erased: 'KEEP', why: 'Changes of the sessions that are in the download.' },
    { column: 'session_reminder.person_id', erased: 'DELETE', why: 'That a reminder was sent; it is in the mailbox.' },
    {
      column: 'calendar_feed.person_id',
      erased: 'DELETE',
      part: 'calendarFeeds',
      download: 'held.created_at as "createdAt", held.last_fetched_at as "lastFetchedAt"',
      order: 'held.created_at',
    },
    { column: 'session.host_id', erased: 'KEEP', why: 'An organisation, not a person.' },
  ],
  named: `
    select 'SESSION', s.title, '/s/' || s.id, s.created_at from session s join community c on c.id = s.community_id
     where s.scheduled_by_id = $1 and ${SCOPE}
    union all
    select 'SEAT', s.title, '/s/' || s.id, t.taken_at from seat t join session s on s.id = t.session_id join community c on c.id = s.community_id
     where t.person_id = $1 and ${SCOPE}`,
};
