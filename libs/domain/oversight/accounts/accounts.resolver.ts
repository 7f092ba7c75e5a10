import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { type Page, PageArgs } from '#platform/graphql';
import { AccountAdministration } from './account-administration.service.js';
import { Account, AccountConnection, AccountState } from './account.js';
import { AccountInput, SetAdministratorInput, SuspendPersonInput } from './accounts.inputs.js';

@Resolver(() => Account)
export class AccountsResolver {
  constructor(private readonly administration: AccountAdministration) {}

  @Query(() => AccountConnection, { description: 'Accounts by name. For administrators.' })
  accounts(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('text', { type: () => String, nullable: true, description: 'A part of the name, or a whole address.' }) text?: string,
    @Args('state', { type: () => AccountState, nullable: true, description: 'Only those that stand so.' }) state?: AccountState,
  ): Promise<Page<Account>> {
    return this.administration.list(actor, text ?? '', state ?? null, page);
  }

  @Query(() => Account, { description: 'How an account stands. For administrators.' })
  account(@CurrentActor() actor: Actor, @Args('personId', { type: () => ID, description: 'Whose.' }) personId: string): Promise<Account> {
    return this.administration.get(actor, personId);
  }

  @Mutation(() => Account, { description: 'Keeps someone out, on every road at once. For administrators.' })
  suspendPerson(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, and why.' }) input: SuspendPersonInput,
  ): Promise<Account> {
    return this.administration.suspend(actor, input);
  }

  @Mutation(() => Account, { description: 'Lets someone in again. For administrators.' })
  unsuspendPerson(@CurrentActor() actor: Actor, @Args('input', { description: 'Whom.' }) input: AccountInput): Promise<Account> {
    return this.administration.unsuspend(actor, input);
  }

  @Mutation(() => Account, { description: 'Signs someone out everywhere. For administrators.' })
  endSessionsOf(@CurrentActor() actor: Actor, @Args('input', { description: 'Whom.' }) input: AccountInput): Promise<Account> {
    return this.administration.endSessions(actor, input);
  }

  @Mutation(() => Account, { description: 'Says who looks after the server; never nobody. For administrators.' })
  setAdministrator(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, and whether.' }) input: SetAdministratorInput,
  ): Promise<Account> {
    return this.administration.setAdministrator(actor, input);
  }
}
