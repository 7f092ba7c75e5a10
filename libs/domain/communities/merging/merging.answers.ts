import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Community } from '../community.entity.js';
import { MergedThing, MergeEffect, MergeObstacle, MergeRule } from './merging.enums.js';

/** How many of a thing go where. */
@ObjectType({
  description: 'How many of a thing go where when two communities merge. What is in a group goes with its group and is not counted.',
})
export class MergeCount {
  @Field(() => MergedThing, { description: 'Of what.' })
  thing!: MergedThing;

  @Field(() => Int, { description: 'How many will stand in the other community.' })
  intoCommunity!: number;

  @Field(() => Int, { description: 'How many go into the closed group.' })
  intoGroup!: number;

  @Field(() => Int, { description: 'How many stay with the old community, for those who read them now, or end.' })
  stays!: number;
}

/** What would happen if one community became part of another. */
@ObjectType({
  description: 'What would happen if one community became part of another. Numbers alone: also for administrators, who read nothing in it.',
})
export class MergePreview {
  @Field(() => Community, { description: 'The one that would end.' })
  community!: Community;

  @Field(() => Community, { description: 'The one that would go on.' })
  into!: Community;

  @Field(() => MergeRule, { description: 'What becomes of what everybody could read.' })
  rule!: MergeRule;

  @Field(() => [MergeEffect], { description: 'Who will see what they do not see now, or does no more.' })
  effects!: MergeEffect[];

  @Field(() => [MergeObstacle], { description: 'What must be over, or different, before they may merge.' })
  obstacles!: MergeObstacle[];

  @Field(() => [MergeCount], { description: 'What goes where.' })
  counts!: MergeCount[];

  @Field(() => Int, { description: 'How many members come.' })
  members!: number;

  @Field(() => Int, { description: 'How many of them are members of the other already, and keep the role they have there.' })
  membersOfBoth!: number;

  @Field(() => Int, { description: 'How many groups come, with everything in them. Hidden ones come too and are not counted.' })
  groups!: number;

  @Field(() => Boolean, { description: 'Whether the viewer may do it: who coordinates both. Administrators only look.' })
  mayMerge!: boolean;
}
