import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { Lines, RepeatableInput } from '#platform/graphql';

const NOBODY = { message: 'Choose a person from the list.' };

@InputType({ description: 'Whose account.' })
export class AccountInput extends RepeatableInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID(undefined, NOBODY)
  personId!: string;
}

@InputType({ description: 'Whom to keep out, and why.' })
export class SuspendPersonInput extends AccountInput {
  @Field(() => String, { description: 'Why, 3 to 500 characters: they are told in a mail.' })
  @Lines({ min: 3, max: 500 })
  reason!: string;
}

@InputType({ description: 'Who looks after the server.' })
export class SetAdministratorInput extends AccountInput {
  @Field(() => Boolean, { description: 'Whether they do.' })
  isAdministrator!: boolean;
}
