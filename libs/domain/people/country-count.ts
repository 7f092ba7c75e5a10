import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CountryCodeScalar } from '#platform/graphql';

@ObjectType({ description: 'How many of something are in a country.' })
export class CountryCount {
  @Field(() => CountryCodeScalar, { description: 'Which country.' })
  country!: string;
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}
