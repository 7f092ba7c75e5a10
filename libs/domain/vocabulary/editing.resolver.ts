import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { VocabularyEditing } from './editing.service.js';
import { SchemeDifference } from './import.answers.js';
import { VocabularyImport } from './import.service.js';
import { Scheme } from './scheme.entity.js';
import {
  AddTermInput,
  EditSchemeInput,
  EditTermInput,
  ImportSchemeInput,
  OrderTermsInput,
  RetireTermInput,
  ReviveTermInput,
} from './vocabulary.inputs.js';

/** For those who look after the server. Every change answers the scheme as it is then. */
@Resolver(() => Scheme)
export class VocabularyEditingResolver {
  constructor(
    private readonly editing: VocabularyEditing,
    private readonly importing: VocabularyImport,
  ) {}

  @Mutation(() => Scheme, { description: 'Changes the name or the note of a vocabulary.' })
  editScheme(@CurrentActor() actor: Actor, @Args('input', { description: 'How it is called.' }) input: EditSchemeInput): Promise<Scheme> {
    return this.editing.editScheme(actor, input);
  }

  @Mutation(() => Scheme, { description: 'Adds a word to a vocabulary.' })
  addTerm(@CurrentActor() actor: Actor, @Args('input', { description: 'The word.' }) input: AddTermInput): Promise<Scheme> {
    return this.editing.addTerm(actor, input);
  }

  @Mutation(() => Scheme, { description: 'Changes the labels or the note of a word; what carries it keeps it.' })
  editTerm(@CurrentActor() actor: Actor, @Args('input', { description: 'How it is written.' }) input: EditTermInput): Promise<Scheme> {
    return this.editing.editTerm(actor, input);
  }

  @Mutation(() => Scheme, { description: 'Takes a word out of use; what carries it stays, and is found by its successor.' })
  retireTerm(@CurrentActor() actor: Actor, @Args('input', { description: 'Which word.' }) input: RetireTermInput): Promise<Scheme> {
    return this.editing.retireTerm(actor, input);
  }

  @Mutation(() => Scheme, { description: 'Brings a retired word back.' })
  reviveTerm(@CurrentActor() actor: Actor, @Args('input', { description: 'Which word.' }) input: ReviveTermInput): Promise<Scheme> {
    return this.editing.reviveTerm(actor, input);
  }

  @Mutation(() => Scheme, { description: 'Puts the words of a vocabulary in order.' })
  orderTerms(@CurrentActor() actor: Actor, @Args('input', { description: 'The order.' }) input: OrderTermsInput): Promise<Scheme> {
    return this.editing.orderTerms(actor, input);
  }

  @Query(() => SchemeDifference, { description: 'What importing a vocabulary from a file would change.' })
  schemeDifference(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The vocabulary as the file has it.' }) input: ImportSchemeInput,
  ): Promise<SchemeDifference> {
    return this.importing.preview(actor, input);
  }

  @Mutation(() => Scheme, { description: 'Takes a vocabulary over from a file, as one version.' })
  importScheme(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The vocabulary as the file has it.' }) input: ImportSchemeInput,
  ): Promise<Scheme> {
    return this.importing.import(actor, input);
  }
}
