import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { Visibility } from '#domain/communities';
import { Connection, DateTimeScalar, Line, Lines, RepeatableInput } from '#platform/graphql';

@ObjectType({
  description: 'A community as administrators see it: that it is there and whether somebody coordinates it; nothing of what is in it.',
})
export class OverseenCommunity {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Visibility, { description: 'Who may look in.' })
  visibility!: Visibility;

  @Field(() => Int, { description: 'How many members it has.' })
  memberCount!: number;

  @Field(() => Int, { description: 'How many coordinators whose account is in use it has; with none, one can be appointed.' })
  coordinatorCount!: number;

  @Field(() => DateTimeScalar, { description: 'Since when it is there.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When something last happened in it.' })
  lastActivityAt!: Date;

  sortName!: string;
}

/** A page of communities. */
export const OverseenCommunityConnection = Connection('OverseenCommunity', () => OverseenCommunity);

@InputType({ description: 'Who shall coordinate a community that has nobody left to do it.' })
export class AppointCoordinatorInput extends RepeatableInput {
  @Field(() => ID, { description: 'The community.' })
  @IsUUID(undefined, { message: 'Choose a community from the list.' })
  communityId!: string;

  @Field(() => ID, { description: 'The person.' })
  @IsUUID(undefined, { message: 'Choose a person from the list.' })
  personId!: string;
}

@InputType({ description: 'A mail to the coordinators of a community.' })
export class WriteToCoordinatorsInput extends RepeatableInput {
  @Field(() => ID, { description: 'The community.' })
  @IsUUID(undefined, { message: 'Choose a community from the list.' })
  communityId!: string;

  @Field(() => String, { description: 'What it is about, 3 to 120 characters.' })
  @Line({ min: 3, max: 120 })
  subject!: string;

  @Field(() => String, { description: 'What to say, 3 to 2000 characters.' })
  @Lines({ min: 3, max: 2000 })
  text!: string;
}
