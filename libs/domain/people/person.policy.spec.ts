import { Actor, allowedActions } from '#platform/auth';
import { personPolicy } from './person.policy.js';

const actorOf = (personId: string, isAdministrator = false) =>
  new Actor({
    personId,
    sessionId: null,
    name: 'Ada',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator,
    roles: new Map(),
    organisationIds: new Set(),
  });

it.each([
  ['a stranger', Actor.stranger, []],
  ['another member', actorOf('other'), ['read']],
  ['an administrator', actorOf('other', true), ['read']],
  ['the person', actorOf('self'), ['read', 'edit']],
])('%s may do this with a profile', (_who, actor, actions) => {
  expect(allowedActions(actor, personPolicy, { id: 'self' })).toEqual(actions);
});
