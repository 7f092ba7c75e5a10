import { Field, ID, InputType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { DateTimeScalar, Line, RepeatableInput } from '#platform/graphql';
import { normalMailAddress } from '#platform/mail';
import { GuestSubject } from './guest.entity.js';

const notAnId = { message: 'This is not an id.' };

@InputType({ description: 'Invites somebody from outside to read along in one discussion, or to attend one session.' })
export class InviteGuestInput extends RepeatableInput {
  @Field(() => GuestSubject, { description: 'What they shall see.' })
  subject!: GuestSubject;

  @Field(() => ID, { description: 'Id of the discussion or session.' })
  @IsUUID(undefined, notAnId)
  subjectId!: string;

  @Field(() => String, { nullable: true, description: 'The address the invitation goes to; only its owner can use it.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (normalMailAddress(value) ?? '') : value))
  @Matches(/@/, { message: 'This is not a mail address. Write it like ana@example.org.' })
  email?: string | null;

  @Field(() => ID, { nullable: true, description: 'Or the account they have here.' })
  @IsOptional()
  @IsUUID(undefined, notAnId)
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Their name, which everyone there sees; not needed with an account.' })
  @IsOptional()
  @Line({ max: 120 })
  name?: string | null;

  @Field(() => String, { description: 'The organisation or office they come from, which everyone there sees.' })
  @Line({ min: 2, max: 160 })
  organisation!: string;

  @Field(() => DateTimeScalar, { description: 'Until when; at most half a year ahead.' })
  until!: Date;
}

@InputType({ description: 'One’s answer to being invited as a guest observer.' })
export class AnswerGuestInvitationInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which invitation.' })
  @IsUUID(undefined, notAnId)
  guestId!: string;

  @Field(() => Boolean, { description: 'True to read along, false to decline.' })
  accept!: boolean;
}

@InputType({ description: 'Ends what a guest observer sees, at once.' })
export class EndGuestInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which guest.' })
  @IsUUID(undefined, notAnId)
  guestId!: string;
}
