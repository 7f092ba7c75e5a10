import { type Community, ConfidentialityLevel, mayRead } from '#domain/communities';
import type { Actor } from '#platform/auth';

/** Needs are read like all public content of their community. */
export const mayReadNeeds = (actor: Actor, community: Pick<Community, 'id' | 'visibility'>): boolean =>
  mayRead(actor, community, ConfidentialityLevel.PUBLIC, null);
