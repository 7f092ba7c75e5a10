import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Unauthenticated } from '#platform/errors';
import type { RequestContext } from './request-context.js';

const PUBLIC = 'throughline:public';

/** Open to strangers. Everything else needs a signed-in person. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Denies strangers by default. Rights on things are decided by policies, in services. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    if (context.getType<string>() !== 'graphql') return true; // HTTP routes ask for the actor themselves
    const { actor } = GqlExecutionContext.create(context).getContext<RequestContext>();
    if (!actor.isSignedIn) throw new Unauthenticated();
    return true;
  }
}
