import type { Statement } from '#platform/database';
import { PERSON_JSON } from '../people.queries.js';

/** The networks in which each organisation holds a seat. */
export const NETWORKS_OF: Statement = {
  name: 'organisation-pages.networks',
  text: `select distinct s.organisation_id as "organisationId", s.community_id as "communityId" from community_seat s
           join community c on c.id = s.community_id and c.kind = 'NETWORK'
          where s.organisation_id = any($1::uuid[]) and s.ended_at is null order by s.community_id`,
};

/**
 * Those who act for it first, then those it confirmed, then those who only say so. `$2`: whether the claims are shown, too; `$3`: the viewer, whose
 * confirmed colleagues are shown.
 */
export const PEOPLE_OF: Statement = {
  name: 'organisation-pages.people',
  text: `select s.organisation_id as "organisationId", s.title, s.has_mandate as "hasMandate", s.is_confirmed as "isConfirmed", ${PERSON_JSON} as person
           from organisation_seat s join person p on p.id = s.person_id
          where s.organisation_id = $1 and (s.has_mandate or $2 or s.is_confirmed and exists (
                select from organisation_seat mine where mine.organisation_id = $1 and mine.person_id = $3 and mine.is_confirmed)) and p.named_at is not null
          order by s.has_mandate desc, s.is_confirmed desc, plain(p.name), p.id limit 200`,
};
