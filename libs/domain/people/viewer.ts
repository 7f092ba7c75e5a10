import { Field, ID, ObjectType } from '@nestjs/graphql';
import { LanguageTagScalar } from '#platform/graphql';
import { ColorScheme, Person } from './person.entity.js';

@ObjectType({ description: 'The signed-in account: what only its owner sees.' })
export class Viewer {
  @Field(() => ID, { description: 'The id of the person.' })
  readonly id: string;

  @Field(() => Person, { description: 'The profile, as others see it.' })
  readonly person: Person;

  @Field(() => String, { description: 'The address one signs in with; nobody else sees it.' })
  readonly email: string;

  @Field(() => Boolean, { description: 'Whether one can sign in with a password.' })
  readonly hasPassword: boolean;

  @Field(() => Boolean, { description: 'Whether one looks after this server.' })
  readonly isAdministrator: boolean;

  @Field(() => LanguageTagScalar, { description: 'Language of pages and mails.' })
  readonly language: string;

  @Field(() => ColorScheme, { description: 'How light the pages are.' })
  readonly colorScheme: ColorScheme;

  constructor(person: Person) {
    this.id = person.id;
    this.person = person;
    this.email = person.email;
    this.hasPassword = person.passwordHash !== null;
    this.isAdministrator = person.isAdministrator;
    this.language = person.language;
    this.colorScheme = person.colorScheme;
  }
}

@ObjectType({ description: 'One is in.' })
export class SignedIn {
  @Field(() => Viewer, { description: 'The account.' })
  viewer!: Viewer;

  @Field(() => Boolean, { description: 'A first sign-in: the profile (name) is still to be completed.' })
  isNew!: boolean;

  @Field(() => String, { nullable: true, description: 'Where one wanted to go.' })
  returnTo!: string | null;
}
