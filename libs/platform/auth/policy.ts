import { Forbidden, NotFound } from '#platform/errors';
import type { Actor } from './actor.js';

export type Rule<Subject> = (actor: Actor, subject: Subject) => boolean;

/** Pure rules beside an entity. `read` is asked first, so that missing and invisible look the same. */
export type Policy<Subject, Action extends string> = Record<Action | 'read', Rule<Subject>>;

/** Passes only when the actor may; null or unreadable is NotFound, readable but not allowed is Forbidden. */
export function authorize<Subject, Action extends string>(
  actor: Actor,
  policy: Policy<Subject, Action>,
  action: Action | 'read',
  subject: Subject | null | undefined,
): asserts subject is Subject {
  if (subject === null || subject === undefined || !policy.read(actor, subject)) throw new NotFound();
  if (!policy[action](actor, subject)) throw new Forbidden();
}

/** Every action of the policy the actor may do: the source of `viewerCan`. */
export function allowedActions<Subject, Action extends string>(
  actor: Actor,
  policy: Policy<Subject, Action>,
  subject: Subject,
): (Action | 'read')[] {
  if (!policy.read(actor, subject)) return [];
  return (Object.keys(policy) as (Action | 'read')[]).filter((action) => policy[action](actor, subject));
}
