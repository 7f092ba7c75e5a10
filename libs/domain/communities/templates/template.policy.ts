import type { Actor, Policy } from '#platform/auth';
import type { Community } from '../community.entity.js';
import { MembershipRole, reaches, Visibility } from '../community.enums.js';
import type { Template } from './template.entities.js';

/** What the rules look at; the owner is null for what belongs to the platform. */
export interface GovernedTemplate extends Pick<Template, 'retiredAt'> {
  owner: Pick<Community, 'id' | 'visibility'> | null;
}

const owns = (actor: Actor, { owner }: GovernedTemplate): boolean =>
  owner ? reaches(actor.roleIn(owner.id), MembershipRole.COORDINATOR) : actor.isAdministrator;

/** Templates of the platform and of public communities are for everyone who is signed in; those of a closed community for its members. */
export const templatePolicy: Policy<GovernedTemplate, 'use' | 'edit' | 'retire'> = {
  read: (actor, { owner }) => actor.isSignedIn && (!owner || owner.visibility === Visibility.PUBLIC || actor.isMemberOf(owner.id)),
  use: (_actor, { retiredAt }) => !retiredAt,
  edit: (actor, template) => !template.retiredAt && owns(actor, template),
  retire: (actor, template) => !template.retiredAt && owns(actor, template),
};
