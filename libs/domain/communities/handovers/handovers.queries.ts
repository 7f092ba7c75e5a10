import type { Statement } from '#platform/database';

/** `$1` is the viewer. */
const HANDOVER = `
  select h.id, h.community_id as "communityId", h.seat_id as "seatId", h.role, h.state, h.from_id as "fromId", h.to_id as "toId", h.to_email as "toEmail",
         h.offered_by_id as "offeredById", h.notes, h.leaves, h.begun_at as "begunAt", h.accepted_at as "acceptedAt", h.closed_at as "closedAt",
         s.organisation_id as "organisationId", coalesce(s.has_mandate, false) as "hasMandate",
         exists (select from organisation_seat o where o.organisation_id = s.organisation_id and o.has_mandate) as "hasSpeakers",
         h.to_email is not null and h.to_email = (select email from person where id = $1::uuid) as "isForViewersAddress"
    from handover h left join community_seat s on s.id = h.seat_id`;

export const HANDOVER_BY_ID: Statement = { name: 'handovers.by-id', text: `${HANDOVER} where h.id = $2` };
export const LOCK_HANDOVER: Statement = { name: 'handovers.lock', text: 'select id from handover where id = $1 for update' };

/** Those one hands over or takes over, and open ones of seats one fills; the newest first. */
export const HANDOVERS_FOR_VIEWER: Statement = {
  name: 'handovers.for-viewer',
  text: `${HANDOVER}
    where h.state <> 'CLOSED' and (h.from_id = $1 or h.to_id = $1 or h.to_email = (select email from person where id = $1)
      or s.organisation_id in (select organisation_id from organisation_seat where person_id = $1 and has_mandate))
    order by h.begun_at desc, h.id limit 50`,
};

/** Open ones of a community, for those who coordinate it. */
export const HANDOVERS_OF_COMMUNITY: Statement = {
  name: 'handovers.of-community',
  text: `${HANDOVER} where h.community_id = $2 and h.state <> 'CLOSED' order by h.begun_at desc, h.id limit 100`,
};
