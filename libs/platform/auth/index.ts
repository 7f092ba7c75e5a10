export { Actor, ActorSource, type ActorFacts, type GroupPart } from './actor.js';
export { allowedActions, authorize, type Policy, type Rule } from './policy.js';
export { AuthGuard, Public } from './auth.guard.js';
export { CurrentActor, CurrentLoaders, CurrentRequest, requestContext, type RequestContext } from './request-context.js';
export { inOrderOf, Loaders, type Batch } from './loaders.js';
export { mustBeFresh } from './fresh.js';
export { hashToken, newToken } from './tokens.js';
export { Authentication, SESSION_COOKIE } from './authentication.js';
export { AuthModule } from './auth.module.js';
