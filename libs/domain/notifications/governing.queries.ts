import type { Statement } from '#platform/database';

/** The coordinators of a community that is still there. $1 community, $2 who acted, $3 the page of it. */
export const COORDINATORS: Statement = {
  name: 'notifications.coordinators',
  text: `select m.person_id as "personId", '/c/' || c.slug || $3::text as path from membership m join community c on c.id = m.community_id
          where m.community_id = $1 and m.role = 'COORDINATOR' and m.person_id <> $2 and c.archived_at is null`,
};

/** Members who may support a petition, whoever asked left out. */
export const MAY_SUPPORT: Statement = {
  name: 'notifications.may_support',
  text: `select m.person_id as "personId", '/c/' || c.slug || '/petitions' as path
           from petition p join membership m on m.community_id = p.community_id join community c on c.id = p.community_id
          where p.id = $1 and p.state = 'OPEN' and m.person_id <> p.petitioner_id and m.role in ('MEMBER', 'FACILITATOR', 'COORDINATOR')
            and c.archived_at is null`,
};

/** Those who asked for something or supported it, and the coordinators. $1 petition, $2 who decided. */
export const PETITION_PEOPLE: Statement = {
  name: 'notifications.petition_people',
  text: `select m.person_id as "personId", '/c/' || c.slug || '/petitions' as path,
                case when s.person_id is null then 'YOU_COORDINATE' else 'YOU_SUPPORTED_PETITION' end as reason
           from petition p join membership m on m.community_id = p.community_id join community c on c.id = p.community_id
           left join petition_support s on s.petition_id = p.id and s.person_id = m.person_id
          where p.id = $1 and m.person_id <> $2 and (s.person_id is not null or m.role = 'COORDINATOR')`,
};

/** Members who have not agreed to the charter as it stands. $1 community, $2 who wrote it, $3 its version. */
export const ASKED_TO_AGREE: Statement = {
  name: 'notifications.asked_to_agree',
  text: `select m.person_id as "personId", '/c/' || c.slug || '/charter' as path from membership m join community c on c.id = m.community_id
          where m.community_id = $1 and m.person_id <> $2 and c.charter_version = $3 and c.archived_at is null
            and not exists (select from charter_agreement a where a.community_id = c.id and a.person_id = m.person_id and a.version >= $3)`,
};

/** The side that asked about seats: coordinators who invited, or those who act for the organisation. None where it was taken back. $1 proposal, $2 who answered. */
export const ASKED_FOR_SEATS: Statement = {
  name: 'notifications.asked_for_seats',
  text: `
    select m.person_id as "personId", '/c/' || c.slug || '/members' as path, 'YOU_COORDINATE' as reason
      from seat_proposal p join community c on c.id = p.community_id join membership m on m.community_id = p.community_id and m.role = 'COORDINATOR'
     where p.id = $1 and p.is_invitation
       and not exists (select from membership b where b.community_id = p.community_id and b.person_id = $2 and b.role = 'COORDINATOR')
    union all
    select o.person_id, '/o/' || p.organisation_id, 'YOU_ACT_FOR_ORGANISATION'
      from seat_proposal p join organisation_seat o on o.organisation_id = p.organisation_id and (o.has_mandate or o.person_id = p.made_by_id)
     where p.id = $1 and not p.is_invitation
       and not exists (select from organisation_seat b where b.organisation_id = p.organisation_id and b.person_id = $2 and b.has_mandate)`,
};
