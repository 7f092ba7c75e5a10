import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsUUID, Matches } from 'class-validator';
import { Connection, DateTimeScalar } from '#platform/graphql';

@ObjectType({ description: 'One circumstance of an audited act: a role, a setting, a number.' })
export class AuditDetail {
  @Field(() => String, { description: 'What it is, such as `role`.' })
  name!: string;

  @Field(() => String, { description: 'Its value, such as `COORDINATOR`.' })
  value!: string;
}

@ObjectType({ description: 'Who did what, to whom, when: kept for good and never changed.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  /** Its place in its chain. */
  seq!: number;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'What was done, such as `communities.role-changed`.' })
  act!: string;

  actorId!: string | null;

  @Field(() => String, { description: 'What it was done to: person, community, invitation, post, position, …' })
  subjectKind!: string;

  @Field(() => ID, { nullable: true, description: 'Which one.' })
  subjectId!: string | null;

  @Field(() => [AuditDetail], { description: 'The circumstances.' })
  details!: AuditDetail[];
}

/** A page of the audit trail. */
export const AuditEntryConnection = Connection('AuditEntry', () => AuditEntry);

@InputType({ description: 'Narrows an audit trail.' })
export class AuditFilter {
  @Field(() => [String], { nullable: true, description: 'Only these acts, up to 50.' })
  @IsOptional()
  @ArrayMaxSize(50, { message: 'Choose at most 50 acts.' })
  @Matches(/^[a-z-]+\.[a-z-]{1,60}$/, { each: true, message: 'An act is written like communities.role-changed.' })
  acts?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only what this person did, or what was done to them.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a person from the list.' })
  personId?: string | null;
}

@ObjectType({ description: 'Whether the whole audit trail is as it was written.' })
export class AuditState {
  @Field(() => Boolean, { description: 'No entry was changed, taken out or put in between.' })
  holds!: boolean;

  @Field(() => [String], { description: 'Where it does not hold: the chain and the first entry that does not fit.' })
  faults!: string[];
}
