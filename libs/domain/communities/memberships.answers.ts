import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Person } from '#domain/people';
import { Connection, PageArgs } from '#platform/graphql';
import { Community } from './community.entity.js';
import { MembershipRole } from './community.enums.js';
import { Invitation } from './invitation.entity.js';
import { JoinRequest } from './join-request.entity.js';
import { Membership } from './membership.entity.js';

/** A page of members. */
export const MembershipConnection = Connection('Membership', () => Membership);

/** A page of those who ask to be let in. */
export const JoinRequestConnection = Connection('JoinRequest', () => JoinRequest);

/** A page of invitations by mail. */
export const InvitationConnection = Connection('Invitation', () => Invitation);

@ArgsType()
export class MembersArgs extends PageArgs {
  @Field(() => MembershipRole, { nullable: true, description: 'Only those with this role.' })
  role?: MembershipRole;
}

@ObjectType({ description: 'What came of joining: one is in, or someone has to answer.' })
export class JoinResult {
  @Field(() => Community, { description: 'The community as one sees it now.' })
  community!: Community;

  @Field(() => Membership, { nullable: true, description: 'Set when one is in.' })
  membership!: Membership | null;

  @Field(() => JoinRequest, { nullable: true, description: 'Set when a coordinator has to answer.' })
  request!: JoinRequest | null;
}

@ObjectType({ description: 'What an invitation link offers, before it is accepted.' })
export class InvitationOffer {
  @Field(() => Community, { description: 'Where it leads.' })
  community!: Community;

  @Field(() => MembershipRole, { description: 'What one will be there.' })
  role!: MembershipRole;

  @Field(() => Person, { description: 'Who invites.' })
  invitedBy!: Person;
}
