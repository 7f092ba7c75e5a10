import { Field, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { CountryCodeScalar, Line, RepeatableInput } from '#platform/graphql';
import { OrganisationType } from './organisation.entity.js';

@InputType({ description: 'An organisation that is not in the list yet.' })
export class AddOrganisationInput extends RepeatableInput {
  @Field(() => String, { description: 'Its name, 2 to 200 characters.' })
  @Line({ min: 2, max: 200 })
  name!: string;

  @Field(() => OrganisationType, { description: 'What it is.' })
  @IsEnum(OrganisationType)
  type!: OrganisationType;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Where it is.' })
  @IsOptional()
  country?: string;

  @Field(() => String, { nullable: true, description: 'The town it is in, up to 100 characters.' })
  @IsOptional()
  @Line({ max: 100 })
  city?: string;
}
