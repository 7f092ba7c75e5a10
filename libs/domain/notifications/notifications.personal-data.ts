import type { Contribution } from '#platform/personal-data';

/** The inbox is its owner's alone. */
export const NOTIFICATIONS_DATA: Contribution = {
  holdings: [
    {
      column: 'notification.person_id',
      erased: 'DELETE',
      part: 'notices',
      download: 'held.kind, held.reason, held.path, held.created_at as "createdAt", held.read_at as "readAt"',
      order: 'held.created_at',
    },
    { column: 'notification.actor_id', erased: 'CLEAR', why: 'The inbox of somebody else.' },
    { column: 'notification_preference.person_id', erased: 'DELETE', part: 'noticePreferences', download: 'held.kind, held.channel' },
  ],
};
