import type { Actor, Policy } from '#platform/auth';
import type { Person } from './person.entity.js';
import { Audience, ProfilePart } from './profile-part.js';

/** Who may do what with a profile. Members see each other's; strangers see only the name beside a public contribution. */
export const personPolicy: Policy<Pick<Person, 'id'>, 'edit'> = {
  read: (actor) => actor.isSignedIn,
  edit: (actor, person) => actor.is(person.id),
};

/** What somebody is to the owner of a profile, from the farthest to the nearest. */
export type Tie = 'STRANGER' | 'SIGNED_IN' | 'FELLOW' | 'COORDINATOR' | 'SELF';

/** Who sees a part whose owner has chosen nothing. */
export const USUAL: Record<ProfilePart, Audience> = {
  HEADLINE: Audience.EVERYONE,
  ORGANISATION: Audience.EVERYONE,
  ABOUT: Audience.SIGNED_IN,
  LANGUAGES: Audience.SIGNED_IN,
  TIME_ZONE: Audience.SIGNED_IN,
};

const REACHED: Record<Audience, readonly Tie[]> = {
  EVERYONE: ['STRANGER', 'SIGNED_IN', 'FELLOW', 'COORDINATOR', 'SELF'],
  SIGNED_IN: ['SIGNED_IN', 'FELLOW', 'COORDINATOR', 'SELF'],
  FELLOWS: ['FELLOW', 'COORDINATOR', 'SELF'],
  COORDINATORS: ['COORDINATOR', 'SELF'],
  NOBODY: ['SELF'],
};

/** Whom a part of a profile is open to. */
export const audienceOf = (person: Pick<Person, 'shown'>, part: ProfilePart): Audience =>
  (person.shown[part] as Audience | undefined) ?? USUAL[part];

/** The one rule of what others see of a person: every field of a profile asks it, and so does the preview. */
export const seesPart = (tie: Tie, person: Pick<Person, 'shown'>, part: ProfilePart): boolean =>
  REACHED[audienceOf(person, part)].includes(tie);

/** What can be said of a tie without looking for shared communities. */
export const plainTie = (actor: Actor, personId: string): Tie =>
  actor.is(personId) ? 'SELF' : actor.isSignedIn ? 'SIGNED_IN' : 'STRANGER';
