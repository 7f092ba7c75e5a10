import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { LanguageTagScalar, RepeatableInput, TimeZoneScalar } from '#platform/graphql';
import { Organisation } from './organisation.entity.js';

/** What one may show or keep to oneself; the name is always beside what one says. */
export enum ProfilePart {
  HEADLINE = 'HEADLINE',
  ORGANISATION = 'ORGANISATION',
  ABOUT = 'ABOUT',
  LANGUAGES = 'LANGUAGES',
  TIME_ZONE = 'TIME_ZONE',
}
registerEnumType(ProfilePart, {
  name: 'ProfilePart',
  description: 'What one may show or keep to oneself.',
  valuesMap: {
    HEADLINE: { description: 'The line under the name.' },
    ORGANISATION: { description: 'The organisation beside the name.' },
    ABOUT: { description: 'The text about oneself.' },
    LANGUAGES: { description: 'The languages one works in.' },
    TIME_ZONE: { description: 'Where one lives, as a time zone.' },
  },
});

/** Who sees a part of a profile. */
export enum Audience {
  EVERYONE = 'EVERYONE',
  SIGNED_IN = 'SIGNED_IN',
  FELLOWS = 'FELLOWS',
  COORDINATORS = 'COORDINATORS',
  NOBODY = 'NOBODY',
}
registerEnumType(Audience, {
  name: 'ProfileAudience',
  description: 'Who sees a part of a profile.',
  valuesMap: {
    EVERYONE: { description: 'Also strangers, beside what one said in public.' },
    SIGNED_IN: { description: 'Everyone who is signed in.' },
    FELLOWS: { description: 'Members of the communities one is in.' },
    COORDINATORS: { description: 'Coordinators and facilitators of the communities one is in.' },
    NOBODY: { description: 'Oneself alone.' },
  },
});

/** From whose eyes the preview looks. */
export enum Onlooker {
  STRANGER = 'STRANGER',
  SIGNED_IN = 'SIGNED_IN',
  FELLOW = 'FELLOW',
  COORDINATOR = 'COORDINATOR',
}
registerEnumType(Onlooker, {
  name: 'Onlooker',
  description: 'From whose eyes a profile is looked at.',
  valuesMap: {
    STRANGER: { description: 'Somebody who is not signed in, beside a public contribution.' },
    SIGNED_IN: { description: 'Somebody who is signed in and in none of one’s communities.' },
    FELLOW: { description: 'A member of a community one is in.' },
    COORDINATOR: { description: 'A coordinator or facilitator of a community one is in.' },
  },
});

@ObjectType({ description: 'Who sees a part of one’s profile.' })
export class ShownPart {
  @Field(() => ProfilePart, { description: 'The part.' })
  part!: ProfilePart;

  @Field(() => Audience, { description: 'Who sees it.' })
  audience!: Audience;
}

@ObjectType({ description: 'One’s profile as somebody else sees it; what they do not see is null.' })
export class ProfileView {
  @Field(() => Onlooker, { description: 'From whose eyes.' })
  onlooker!: Onlooker;

  @Field(() => String, { nullable: true, description: 'The line under the name.' })
  headline!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'The organisation beside the name.' })
  organisation!: Organisation | null;

  @Field(() => String, { nullable: true, description: 'The text about oneself.' })
  about!: string | null;

  @Field(() => [LanguageTagScalar], { nullable: true, description: 'The languages one works in.' })
  languages!: string[] | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: 'Where one lives, as a time zone.' })
  timeZone!: string | null;
}

@InputType({ description: 'Who shall see a part of one’s profile.' })
export class ShowPartInput extends RepeatableInput {
  @Field(() => ProfilePart, { description: 'The part.' })
  @IsEnum(ProfilePart, { message: 'Choose a part of the profile.' })
  part!: ProfilePart;

  @Field(() => Audience, { description: 'Who sees it.' })
  @IsEnum(Audience, { message: 'Choose who may see it.' })
  audience!: Audience;
}
