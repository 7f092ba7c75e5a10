import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';
import type { Authentication } from './authentication.js';
import { Loaders } from './loaders.js';

/** The GraphQL context: a fresh one per request. */
export interface RequestContext {
  actor: Actor;
  loaders: Loaders;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The context of a request. */
export const requestContext = async (
  authentication: Authentication,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestContext> => ({
  actor: await authentication.actorOf(request.headers),
  loaders: new Loaders(),
  request,
  reply,
});

const contextOf = (context: ExecutionContext) => GqlExecutionContext.create(context).getContext<RequestContext>();

/** The one who asks, in a resolver. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => contextOf(context).actor);

/** The request's batch loaders, in a field resolver. */
export const CurrentLoaders = createParamDecorator((_: unknown, context: ExecutionContext) => contextOf(context).loaders);

/** The whole context: only where cookies or addresses are needed (signing in). */
export const CurrentRequest = createParamDecorator((_: unknown, context: ExecutionContext) => contextOf(context));
