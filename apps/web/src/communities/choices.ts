import type { CommunityKind, CommunityOrder, JoinPolicy, Level, MembershipRole, Visibility } from '../gql/communities/graphql.js';

/** Every kind of community, in the order of the choice. */
export const kinds: CommunityKind[] = [
  'COMMUNITY_OF_PRACTICE',
  'NETWORK',
  'LEARNING_SYSTEM',
  'TASK_FORCE',
  'WORKING_GROUP',
  'PROJECT_CIRCLE',
  'PROGRAMME_STRAND',
];
/** Where a community works, from near to far. */
export const levels: Level[] = ['LOCAL', 'REGIONAL', 'NATIONAL', 'EU', 'INTERNATIONAL'];
/** The orders of the directory. */
export const orders: CommunityOrder[] = ['NAME', 'ACTIVITY', 'MEMBERS'];
/** How one becomes a member, from open to closed. */
export const joinPolicies: JoinPolicy[] = ['OPEN', 'ON_REQUEST', 'BY_ORGANISATION', 'BY_INVITATION', 'NO_LIST'];
/** Who may see a community. */
export const visibilities: Visibility[] = ['PUBLIC', 'MEMBERS'];
/** The roles of members, the leading ones first. */
export const roles: MembershipRole[] = ['COORDINATOR', 'FACILITATOR', 'MEMBER', 'ADVISOR'];

/** The countries one may choose: Europe and its neighbourhood first in the minds of our users, the rest of the world too. */
export const countryCodes =
  'AD AE AF AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BO BR BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KR KW KZ LA LB LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PS PT PY QA RO RS RU RW SA SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TR TT TW TZ UA UG US UY UZ VA VE VN XK YE ZA ZM ZW'.split(
    ' ',
  );

/** Choices in the order of the reader's alphabet. */
export const byLabel =
  (locale: string) =>
  (a: { label: string }, b: { label: string }): number =>
    a.label.localeCompare(b.label, locale);
