import { Field, ObjectType } from '@nestjs/graphql';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';

@ObjectType({ description: 'Who vouches for an organisation.' })
export class OrganisationVerification {
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  at!: Date;
  @Field(() => Person, { nullable: true, description: 'Who; null when the account is gone.' })
  by!: Person | null;
  @Field(() => Community, { nullable: true, description: 'For which network; null for an administrator.' })
  network!: Community | null;
}

@ObjectType({ description: 'Why nobody vouches for an organisation any more.' })
export class OrganisationDoubt {
  @Field(() => String, { description: 'The doubt.' })
  reason!: string;
  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  at!: Date;
  @Field(() => Person, { nullable: true, description: 'By whom.' })
  by!: Person | null;
}

@ObjectType({ description: 'Someone of an organisation.' })
export class OrganisationPerson {
  @Field(() => Person, { description: 'Who.' })
  person!: Person;
  @Field(() => String, { nullable: true, description: 'What they do there.' })
  title!: string | null;
  @Field(() => Boolean, { description: 'Whether the organisation says so, too; else they only chose it in their profile.' })
  isConfirmed!: boolean;
  @Field(() => Boolean, { description: 'Whether they may act for it.' })
  hasMandate!: boolean;
}
