import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CommunityKind } from '../community.enums.js';
import { kindRules, type Wanted } from './kinds.js';

/** `Wanted` as the schema names it. */
export const WANTED = { ALWAYS: 'ALWAYS', IF_WANTED: 'IF_WANTED', NEVER: 'NEVER' } as const satisfies Record<Wanted, Wanted>;
registerEnumType(WANTED, {
  name: 'Wanted',
  description: 'Whether something belongs to a kind.',
  valuesMap: { ALWAYS: { description: 'Always.' }, IF_WANTED: { description: 'If one likes.' }, NEVER: { description: 'Never.' } },
});

/** The rules of a kind, for forms. */
@ObjectType({ description: 'What sets one kind of circle apart from another.' })
export class KindOfCommunity {
  @Field(() => CommunityKind, { description: 'The kind.' })
  kind!: CommunityKind;
  @Field(() => [CommunityKind], { description: 'Kinds that it may have as its parts.' })
  holds!: CommunityKind[];
  @Field(() => Boolean, { description: 'It is always part of another community.' })
  needsParent!: boolean;
  @Field(() => WANTED, { description: 'One task that it was made for.' })
  task!: Wanted;
  @Field(() => WANTED, { description: 'A day on which it ends.' })
  end!: Wanted;
  @Field(() => WANTED, { description: 'A project outside the platform.' })
  project!: Wanted;
}

/** Every kind with its rules, in the order of the choice. */
export const kindsOfCommunities: KindOfCommunity[] = Object.values(CommunityKind).map((kind) => ({
  kind,
  ...kindRules[kind],
  holds: [...kindRules[kind].holds],
}));

/** What the viewer may do with a tie. */
export enum TieAction {
  ANSWER = 'ANSWER',
  END = 'END',
}
registerEnumType(TieAction, {
  name: 'TieAction',
  description: 'What the viewer may do with a tie.',
  valuesMap: { ANSWER: { description: 'Agree or not.' }, END: { description: 'End it, or take the proposal back.' } },
});
