import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** The few ways to answer without words. */
export enum ReactionKind {
  THANKS = 'THANKS',
  AGREE = 'AGREE',
  INSIGHT = 'INSIGHT',
  SAME_HERE = 'SAME_HERE',
  SUPPORT = 'SUPPORT',
}
registerEnumType(ReactionKind, {
  name: 'ReactionKind',
  description: 'A way to answer without words.',
  valuesMap: {
    THANKS: { description: 'Thank you.' },
    AGREE: { description: 'I agree.' },
    INSIGHT: { description: 'This opened my eyes.' },
    SAME_HERE: { description: 'It is the same where I work.' },
    SUPPORT: { description: 'I am with you.' },
  },
});

@ObjectType({ description: 'How many people reacted in one way.' })
export class Reaction {
  @Field(() => ReactionKind, { description: 'In which way.' })
  kind!: ReactionKind;
  @Field(() => Int, { description: 'How many people.' })
  count!: number;
  @Field(() => Boolean, { description: 'Whether the viewer is one of them.' })
  viewerReacted!: boolean;
}

/** How many people reacted with each kind; kinds without anyone are left out. */
export type ReactionCounts = Partial<Record<ReactionKind, number>>;

const KINDS = Object.values(ReactionKind);

/** The reactions in their fixed order, with the viewer's own marked. */
export const reactionsOf = (counts: ReactionCounts, own: readonly string[] | null): Reaction[] =>
  KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ kind, count, viewerReacted: own?.includes(kind) ?? false }] : [];
  });
