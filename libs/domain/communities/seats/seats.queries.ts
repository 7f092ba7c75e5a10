import type { Statement } from '#platform/database';
import { contentScope } from '../community.policy.js';
import { PERSON_JSON } from '../people.queries.js';

/** `$1` is the viewer or null. */
const SEAT = `
  select s.id, s.community_id as "communityId", s.organisation_id as "organisationId", s.purpose, s.has_mandate as "hasMandate",
         s.holder_id as "holderId", s.held_since as "heldSince", s.offered_to_id as "offeredToId", s.granted_by_id as "grantedById",
         s.granted_at as "grantedAt", s.ended_at as "endedAt", c.visibility as "communityVisibility",
         exists (select from organisation_seat o where o.organisation_id = s.organisation_id and o.has_mandate) as "hasSpeakers",
         exists (select from organisation_seat o where o.organisation_id = s.organisation_id and o.person_id = $1::uuid and o.is_confirmed) as "isOwnOrganisation",
         (select ${PERSON_JSON} from person p where p.id = s.holder_id) as holder, plain(o.name) as "sortName"
    from community_seat s join community c on c.id = s.community_id join organisation o on o.id = s.organisation_id`;

export const SEAT_BY_ID: Statement = { name: 'seats.by-id', text: `${SEAT} where s.id = $2` };
export const LOCK_SEAT: Statement = { name: 'seats.lock', text: 'select id from community_seat where id = $1 for update' };

/** Those that are there, by the name of the organisation; `$2` community, `$3` how many, then the cursor. */
export const seatsOfCommunity = (hasCursor: boolean): Statement => ({
  name: `seats.of-community${hasCursor ? '.on' : ''}`,
  text: `${SEAT} where s.community_id = $2 and s.ended_at is null ${hasCursor ? 'and (plain(o.name), s.id) > ($4, $5::uuid)' : ''}
          order by plain(o.name), s.id limit $3`,
});

/** Of an organisation, where the viewer may see them; `$2` organisation, `$3` communities of the viewer, `$4` whether they belong to it. */
export const SEATS_OF_ORGANISATION: Statement = {
  name: 'seats.of-organisation',
  text: `${SEAT} where s.organisation_id = $2 and s.ended_at is null and (${contentScope('c', `'PUBLIC'`, 'null::uuid', '$3', '$3')} or $4)
          order by plain(c.name), s.has_mandate desc, s.granted_at, s.id limit 200`,
};

/** What somebody holds or may take now: their own, those offered to them, and the free ones of organisations they belong to. */
export const SEATS_FOR_PERSON: Statement = {
  name: 'seats.for-person',
  text: `${SEAT} where s.ended_at is null and ($2::uuid is null or s.community_id = $2)
          and (s.holder_id = $1 or s.offered_to_id = $1
            or s.holder_id is null and s.offered_to_id is null and s.organisation_id in (
                 select organisation_id from organisation_seat where person_id = $1 and is_confirmed and (has_mandate or not s.has_mandate)))
          order by s.holder_id nulls last, plain(c.name), plain(o.name), s.id limit 200`,
};

/** A free seat of an organisation that the person may take: kept for them, or open to its people. With a mandate only for those who act for it. */
export const FREE_SEAT: Statement = {
  name: 'seats.free',
  text: `select s.id, s.community_id as "communityId", s.organisation_id as "organisationId", s.has_mandate as "hasMandate", s.holder_id as "holderId"
           from community_seat s
          where s.community_id = $1 and s.organisation_id = $2 and s.ended_at is null and s.holder_id is null
            and (s.offered_to_id = $3 or s.offered_to_id is null and exists (
                  select from organisation_seat o where o.organisation_id = $2 and o.person_id = $3 and o.is_confirmed and (o.has_mandate or not s.has_mandate)))
          order by s.offered_to_id nulls last, s.has_mandate desc, s.granted_at, s.id limit 1 for update of s`,
};

/** Who held a seat, the present one first. */
export const HOLDINGS: Statement = {
  name: 'seats.holdings',
  text: `select h.id, h.seat_id as "seatId", h.person_id as "personId", h.since, h.until,
                (select ${PERSON_JSON} from person p where p.id = h.person_id) as person
           from seat_holding h where h.seat_id = any($1::uuid[]) order by h.since desc, h.id`,
};

/** Organisations with a mandate in a community, in the order in which they came. */
export const MANDATED_ORGANISATION_IDS: Statement = {
  name: 'seats.mandated-organisation-ids',
  text: `select co.organisation_id as id from community_organisation co where co.community_id = $1
            and exists (select from community_seat s where s.community_id = $1 and s.organisation_id = co.organisation_id and s.has_mandate and s.ended_at is null
              and ($2::uuid is null or exists (select from group_membership g where g.group_id = $2 and g.person_id = s.holder_id)))
          order by co.since, co.organisation_id`,
};

const PROPOSAL = `
  select p.id, p.community_id as "communityId", p.organisation_id as "organisationId", p.is_invitation as "isInvitation", p.seats, p.purpose,
         p.has_mandate as "hasMandate", p.message, p.made_by_id as "madeById", p.made_at as "madeAt" from seat_proposal p`;
export const PROPOSALS_OF_COMMUNITY: Statement = {
  name: 'seats.proposals-of-community',
  text: `${PROPOSAL} where p.community_id = $1 and p.answered_at is null order by p.made_at, p.id limit 100`,
};
export const PROPOSALS_OF_ORGANISATION: Statement = {
  name: 'seats.proposals-of-organisation',
  text: `${PROPOSAL} where p.organisation_id = $1 and p.answered_at is null order by p.made_at, p.id limit 100`,
};
