import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Public } from '#platform/auth';
import { Accounts } from './accounts.service.js';
import { ApiToken, CreatedApiToken } from './api-token.entity.js';
import { ApiTokens } from './api-tokens.service.js';
import { CreateApiTokenInput, UpdateProfileInput, UpdateSettingsInput } from './people.inputs.js';
import { ProfileView, ShownPart, ShowPartInput } from './profile-part.js';
import { Profiles } from './profiles.service.js';
import { Sessions } from './sessions.service.js';
import { SetPasswordInput } from './sign-in.inputs.js';
import { SignInSession } from './sign-in-session.entity.js';
import { Viewer } from './viewer.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessionsOfPeople: Sessions,
    private readonly tokens: ApiTokens,
    private readonly profiles: Profiles,
  ) {}

  @Public()
  @Query(() => Viewer, { nullable: true, description: 'The one who asks; null for a stranger.' })
  async viewer(@CurrentActor() actor: Actor): Promise<Viewer | null> {
    return actor.isSignedIn ? new Viewer(await this.accounts.get(actor)) : null;
  }

  @ResolveField(() => [SignInSession], { description: 'Where one is signed in, the last used first.' })
  sessions(@Parent() _viewer: Viewer, @CurrentActor() actor: Actor): Promise<SignInSession[]> {
    return this.sessionsOfPeople.list(actor);
  }

  @ResolveField(() => [ApiToken], { description: 'One’s tokens for programs, newest first.' })
  apiTokens(@Parent() _viewer: Viewer, @CurrentActor() actor: Actor): Promise<ApiToken[]> {
    return this.tokens.list(actor);
  }

  @Mutation(() => Viewer, { description: 'Changes one’s profile.' })
  async updateProfile(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What to change.' }) input: UpdateProfileInput,
  ): Promise<Viewer> {
    return new Viewer(await this.accounts.updateProfile(actor, input));
  }

  @ResolveField(() => [ShownPart], { description: 'Who sees which part of one’s profile.' })
  async shown(@Parent() viewer: Viewer): Promise<ShownPart[]> {
    return this.profiles.shown(viewer.person);
  }

  @ResolveField(() => [ProfileView], { description: 'One’s profile as others see it, from the farthest to the nearest.' })
  views(@Parent() _viewer: Viewer, @CurrentActor() actor: Actor): Promise<ProfileView[]> {
    return this.profiles.views(actor);
  }

  @Mutation(() => Viewer, { description: 'Says who sees a part of one’s profile.' })
  async showPart(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which part, and to whom.' }) input: ShowPartInput,
  ): Promise<Viewer> {
    return new Viewer(await this.profiles.show(actor, input));
  }

  @Mutation(() => Viewer, { description: 'Changes one’s settings.' })
  async updateSettings(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What to change.' }) input: UpdateSettingsInput,
  ): Promise<Viewer> {
    return new Viewer(await this.accounts.updateSettings(actor, input));
  }

  @Mutation(() => Viewer, { description: 'Sets or changes the password; all other sessions end.' })
  async setPassword(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The new password.' }) input: SetPasswordInput,
  ): Promise<Viewer> {
    return new Viewer(await this.accounts.setPassword(actor, input));
  }

  @Mutation(() => Boolean, { description: 'Ends one of one’s sessions, at once and everywhere.' })
  async revokeSession(
    @CurrentActor() actor: Actor,
    @Args('sessionId', { type: () => ID, description: 'The session.' }) sessionId: string,
  ): Promise<boolean> {
    await this.sessionsOfPeople.revoke(actor, sessionId);
    return true;
  }

  @Mutation(() => CreatedApiToken, { description: 'Makes a token for a program. Its secret is shown once.' })
  createApiToken(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What it is for, and how long.' }) input: CreateApiTokenInput,
  ): Promise<CreatedApiToken> {
    return this.tokens.create(actor, input);
  }

  @Mutation(() => Boolean, { description: 'Makes a token worthless, at once.' })
  async revokeApiToken(
    @CurrentActor() actor: Actor,
    @Args('apiTokenId', { type: () => ID, description: 'The token.' }) apiTokenId: string,
  ): Promise<boolean> {
    await this.tokens.revoke(actor, apiTokenId);
    return true;
  }
}
