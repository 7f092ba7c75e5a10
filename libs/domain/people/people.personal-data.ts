import type { Contribution } from '#platform/personal-data';

/** What accounts and profiles keep of a person. The row of the person itself is emptied last, by who deletes accounts. */
export const PEOPLE_DATA: Contribution = {
  holdings: [
    { column: 'person.email', erased: 'KEEP', why: 'In the download as part of the account; emptied with it.' },
    {
      column: 'organisation_seat.person_id',
      erased: 'DELETE',
      part: 'organisations',
      download: `(select o.name from organisation o where o.id = held.organisation_id) as organisation, held.title, held.has_mandate as "hasMandate",
        held.created_at as "createdAt"`,
      order: 'held.created_at',
    },
    {
      column: 'organisation.added_by_id',
      erased: 'CLEAR',
      part: 'organisationsEntered',
      download: 'held.name, held.created_at as "createdAt"',
      order: 'held.created_at',
    },
    { column: 'organisation.verified_by_id', erased: 'CLEAR', why: 'An act in office; it stands in the audit trail.' },
    { column: 'organisation.doubted_by_id', erased: 'CLEAR', why: 'An act in office; it stands in the audit trail.' },
    {
      column: 'sign_in_session.person_id',
      erased: 'DELETE',
      part: 'sessions',
      download: 'held.device, held.created_at as "createdAt", held.last_seen_at as "lastSeenAt"',
      order: 'held.created_at',
    },
    { column: 'sign_in_request.email', erased: 'DELETE', why: 'Codes and links that are good for minutes, kept as hashes.' },
    {
      column: 'api_token.person_id',
      erased: 'DELETE',
      part: 'apiTokens',
      download: 'held.name, held.created_at as "createdAt", held.expires_at as "expiresAt"',
      order: 'held.created_at',
    },
  ],
};
