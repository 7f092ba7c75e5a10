import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Share } from './authorship.js';

/** Someone whose words are in a text. The person is resolved by id. */
@ObjectType({ description: 'Someone whose words are in a text.' })
export class Contributor implements Share {
  personId!: string;

  @Field(() => Int, { description: 'Characters of the present text.' })
  characters!: number;
}

/** A paragraph, heading, list or table of a version, and whose words it holds. */
@ObjectType({ description: 'One block of a version, with who wrote how much of it.' })
export class BlockAuthorship {
  @Field(() => String, { description: 'The block, rendered.' })
  html!: string;

  @Field(() => [Contributor], { description: 'Whose words it holds, most first.' })
  authors!: Contributor[];
}
