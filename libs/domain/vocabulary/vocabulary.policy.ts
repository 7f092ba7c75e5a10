import type { Policy } from '#platform/auth';
import type { Scheme } from './scheme.entity.js';

/** The words are everybody's to read; those who look after the server change them and see who changed them. */
export const vocabularyPolicy: Policy<Pick<Scheme, 'id'>, 'edit'> = {
  read: () => true,
  edit: (actor) => actor.isAdministrator,
};
