import { Field, ObjectType } from '@nestjs/graphql';
import { Level, Organisation } from '#domain/people';
import { Term } from '#domain/vocabulary';

@ObjectType({ description: 'Which member organisations work on one theme at one level.' })
export class MandateCell {
  themeId!: string;

  @Field(() => Term, { description: 'The theme.' })
  theme?: Term;

  @Field(() => Level, { nullable: true, description: 'The level; null for organisations that did not say theirs.' })
  level!: Level | null;

  @Field(() => [Organisation], { description: 'Who, by name.' })
  organisations!: Organisation[];
}

@ObjectType({ description: 'Who does what at which level among the member organisations of a community.' })
export class MandateMap {
  @Field(() => [Term], { description: 'All themes: those without an organisation are gaps.' })
  themes!: Term[];

  @Field(() => [MandateCell], { description: 'What is covered, and by whom. Two or more in one cell overlap.' })
  cells!: MandateCell[];

  @Field(() => [Organisation], { description: 'Member organisations that did not say what they work on.' })
  unsaid!: Organisation[];
}
