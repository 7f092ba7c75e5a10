import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Whether one may write unattributed here: only where many could have written it.' })
export class UnattributedRule {
  @Field(() => Int, { description: 'How many people must be able to write here.' })
  floor!: number;
  @Field(() => Int, { description: 'How many people can write here.' })
  possibleAuthors!: number;
  @Field(() => Boolean, { description: 'Whether they are enough.' })
  isPossible!: boolean;
}
