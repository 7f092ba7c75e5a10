import type { Organisation } from '#domain/people';
import type { Actor, Policy, Rule } from '#platform/auth';
import { MembershipRole, reaches } from '../community.enums.js';

/** What the rules look at. */
export interface GovernedOrganisation extends Pick<Organisation, 'id' | 'verifiedAt'> {
  /** Communities of the kind network in which it holds a seat. */
  networkIds: readonly string[];
}

/** What can be done to an organisation; the enum `OrganisationAction` of the schema says the same. */
export type OrganisationActionName = 'edit' | 'managePeople' | 'verify' | 'doubt';

const mandated: Rule<GovernedOrganisation> = (actor, organisation) => actor.speaksFor(organisation.id) || actor.isAdministrator;

/** The network of the organisation that the actor coordinates: the one in whose name they vouch. */
export const networkOf = (actor: Actor, { networkIds }: GovernedOrganisation): string | null =>
  networkIds.find((id) => reaches(actor.roleIn(id), MembershipRole.COORDINATOR)) ?? null;

/** Nobody vouches for their own; administrators and the coordinators of its networks do for others. */
const voucher: Rule<GovernedOrganisation> = (actor, organisation) =>
  !actor.speaksFor(organisation.id) && (actor.isAdministrator || networkOf(actor, organisation) !== null);

/** Who may do what to an organisation. Its page is for everybody. */
export const organisationPolicy: Policy<GovernedOrganisation, OrganisationActionName> = {
  read: () => true,
  edit: mandated,
  managePeople: mandated,
  verify: (actor, organisation) => voucher(actor, organisation) && organisation.verifiedAt === null,
  doubt: (actor, organisation) => voucher(actor, organisation) && organisation.verifiedAt !== null,
};
