import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Actor, Authentication, CurrentActor, CurrentRequest, Public, type RequestContext, SESSION_COOKIE } from '#platform/auth';
import { callerOf, clearSessionCookie, markBrowser, setSessionCookie } from './caller.js';
import { SESSION_SECONDS, Sessions } from './sessions.service.js';
import { RequestSignInInput, SignInWithCodeInput, SignInWithLinkInput, SignInWithPasswordInput } from './sign-in.inputs.js';
import { type Entrance, SignIn } from './sign-in.service.js';
import { SignInRequest } from './sign-in-request.entity.js';
import { SignedIn, Viewer } from './viewer.js';

/** The doors. They are open to strangers, so each counts its tries. */
@Public()
@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly authentication: Authentication,
  ) {}

  @Mutation(() => SignInRequest, {
    description: 'Asks for a link and a code by mail. The same answer whether or not the address is known.',
  })
  requestSignIn(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Where to send them.' }) input: RequestSignInInput,
  ): Promise<SignInRequest> {
    return this.signIn.request(callerOf(context), markBrowser(context), input);
  }

  @Mutation(() => SignedIn, { description: 'Signs in with the six digits, in the browser that asked.' })
  async signInWithCode(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Request and code.' }) input: SignInWithCodeInput,
  ): Promise<SignedIn> {
    return this.letIn(context, await this.signIn.withCode(callerOf(context), context.actor, input.requestId, input.code));
  }

  @Mutation(() => SignedIn, { description: 'Signs in with the link of the mail, in the browser that asked. It works once.' })
  async signInWithLink(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'The link’s token.' }) input: SignInWithLinkInput,
  ): Promise<SignedIn> {
    return this.letIn(context, await this.signIn.withLink(callerOf(context), context.actor, input.token));
  }

  @Mutation(() => SignedIn, { description: 'Signs in with a password.' })
  async signInWithPassword(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Address and password.' }) input: SignInWithPasswordInput,
  ): Promise<SignedIn> {
    return this.letIn(context, await this.signIn.withPassword(callerOf(context), context.actor, input));
  }

  @Mutation(() => Boolean, { description: 'Ends the session of this browser.' })
  async signOut(@CurrentActor() actor: Actor, @CurrentRequest() context: RequestContext): Promise<boolean> {
    await this.sessions.signOut(actor);
    clearSessionCookie(context);
    return true;
  }

  /** From here on the request acts as the person: the rest of its answer shows what they may see. */
  private async letIn(context: RequestContext, { person, token, isNew, returnTo }: Entrance): Promise<SignedIn> {
    setSessionCookie(context, token, SESSION_SECONDS);
    context.actor = await this.authentication.actorOf({ cookie: `${SESSION_COOKIE}=${token}` });
    return { viewer: new Viewer(person), isNew, returnTo };
  }
}
