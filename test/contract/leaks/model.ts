import type { Canary, Plan } from './world.js';

const INSIDE = ['MEMBER', 'FACILITATOR', 'COORDINATOR'];

/**
 * Who may meet a word, said once more in the fewest lines, from the plan alone: it shares nothing with the rules it checks. `viewer` is the number of a
 * viewer of the plan, or null for a stranger.
 */
export function mayMeet(plan: Plan, viewer: number | null, canary: Canary): boolean {
  const community = plan.communities[canary.community];
  const at = viewer === null ? undefined : plan.viewers[viewer]?.at[canary.community];
  const isMember = INSIDE.includes(at?.standing ?? 'NONE');
  const isInGroup = isMember && canary.group !== null && ['MEMBER', 'KEEPER'].includes(at?.parts[canary.group] ?? 'NONE');
  if (canary.isForGuests && at?.standing === 'GUEST') return true;
  switch (canary.level) {
    case 'PUBLIC':
      return isMember || community?.isPublic === true;
    case 'COMMUNITY':
      return isMember;
    case 'GROUP':
      return isInGroup;
    case 'NAME_OF_GROUP':
      return isInGroup || (isMember && canary.group !== null && community?.groups[canary.group]?.isHidden === false);
    default:
      return false;
  }
}

/** What may stand in a mail to somebody: of a session of the community its title and place, of everything else nothing. */
export const mayMail = (plan: Plan, viewer: number, canary: Canary): boolean =>
  canary.thing === 'session' && canary.level !== 'GROUP' && mayMeet(plan, viewer, canary);
