import type { Policy } from '#platform/auth';
import type { Person } from './person.entity.js';

/** Who may do what with a profile. Members see each other's; strangers see only the name beside a public contribution. */
export const personPolicy: Policy<Pick<Person, 'id'>, 'edit'> = {
  read: (actor) => actor.isSignedIn,
  edit: (actor, person) => actor.is(person.id),
};
