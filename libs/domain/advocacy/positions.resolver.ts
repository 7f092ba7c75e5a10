import { PolicyProcess } from '#domain/communities';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Version } from '#domain/writing';
import { type Actor, CurrentActor, Public } from '#platform/auth';
import { PageArgs } from '#platform/graphql';
import { PublicPosition } from './advocacy.answers.js';
import { Position, PositionConnection } from './position.entity.js';
import {
  AnswerEndorsementInput,
  DecidePositionInput,
  EditPositionInput,
  FreezePositionInput,
  NameVersionInput,
  OpenPositionInput,
  PublishPositionInput,
  ReopenDraftingInput,
} from './positions.inputs.js';
import { Positions } from './positions.service.js';
import { Publications } from './publications.service.js';
import { Rounds } from './rounds.service.js';

/** What is asked, in every mutation. */
const INPUT = { description: 'What to do.' };

@Resolver(() => Position)
export class PositionsResolver {
  constructor(
    private readonly positions: Positions,
    private readonly rounds: Rounds,
    private readonly publications: Publications,
  ) {}

  @Public()
  @Query(() => PositionConnection, { name: 'positions', description: 'Positions that I may read, last changed first.' })
  list(
    @CurrentActor() actor: Actor,
    @Args('communityId', { type: () => ID, nullable: true, description: 'Of this community only; left out: of all of mine.' })
    communityId: string | null,
    @Args('groupId', { type: () => ID, nullable: true, description: 'Only of this group.' }) groupId: string | null,
    @Args() page: PageArgs,
  ) {
    return this.positions.list(actor, communityId ?? null, groupId ?? null, page);
  }

  @Query(() => Position, { name: 'position', description: 'One position.' })
  get(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string) {
    return this.positions.get(actor, id);
  }

  @Public()
  @Query(() => PublicPosition, { description: 'A published position, for everybody.' })
  publicPosition(@Args('id', { type: () => ID, description: 'Its id.' }) id: string) {
    return this.publications.get(id);
  }

  @Public()
  @Query(() => [PublicPosition], { description: 'All published positions, newest first; `after` is the id of the last one seen.' })
  publicPositions(@Args() page: PageArgs) {
    return this.publications.list(page);
  }

  @Query(() => [PolicyProcess], { description: 'Processes that a position can be addressed to, at most 50.' })
  policyProcesses(
    @Args('text', { type: () => String, nullable: true, description: 'Part of a name or an institution.' }) text: string | null,
  ) {
    return this.positions.policyProcesses(text ?? '');
  }

  @Mutation(() => Position, { description: 'Opens a position; its text is empty and open for writing.' })
  openPosition(@CurrentActor() actor: Actor, @Args('input', INPUT) input: OpenPositionInput) {
    return this.positions.open(actor, input);
  }

  @Mutation(() => Position, { description: 'Changes title, addressee, purpose or deadline, while it is being written.' })
  editPosition(@CurrentActor() actor: Actor, @Args('input', INPUT) input: EditPositionInput) {
    return this.positions.edit(actor, input);
  }

  @Mutation(() => Version, { description: 'Keeps the present text under a name.' })
  nameVersion(@CurrentActor() actor: Actor, @Args('input', INPUT) input: NameVersionInput) {
    return this.positions.nameVersion(actor, input);
  }

  @Mutation(() => Position, { description: 'Freezes the text and asks the member organisations.' })
  freezePosition(@CurrentActor() actor: Actor, @Args('input', INPUT) input: FreezePositionInput) {
    return this.rounds.freeze(actor, input);
  }

  @Mutation(() => Position, { description: 'Ends the round and opens the text again.' })
  reopenDrafting(@CurrentActor() actor: Actor, @Args('input', INPUT) input: ReopenDraftingInput) {
    return this.rounds.reopenDrafting(actor, input);
  }

  @Mutation(() => Position, { description: 'Answers for an organisation; can be changed while the round is open.' })
  answerEndorsement(@CurrentActor() actor: Actor, @Args('input', INPUT) input: AnswerEndorsementInput) {
    return this.rounds.answer(actor, input);
  }

  @Mutation(() => Position, { description: 'States the outcome of the round.' })
  decidePosition(@CurrentActor() actor: Actor, @Args('input', INPUT) input: DecidePositionInput) {
    return this.rounds.decide(actor, input);
  }

  @Mutation(() => Position, { description: 'Shows an adopted position to everybody.' })
  publishPosition(@CurrentActor() actor: Actor, @Args('input', INPUT) input: PublishPositionInput) {
    return this.publications.publish(actor, input);
  }
}
