import { type Community, ConfidentialityLevel, mayRead } from '#domain/communities';
import type { Actor } from '#platform/auth';

/** Needs are read like all public content of their community; those of a group by those in it. */
export const mayReadNeeds = (actor: Actor, community: Pick<Community, 'id' | 'visibility'>, groupId: string | null): boolean =>
  mayRead(actor, community, groupId === null ? ConfidentialityLevel.PUBLIC : ConfidentialityLevel.GROUP, groupId);
