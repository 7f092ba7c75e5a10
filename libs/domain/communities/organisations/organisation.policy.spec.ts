import { Actor, allowedActions } from '#platform/auth';
import { organisationPolicy } from './organisation.policy.js';

const actorOf = (facts: { roles?: [string, string][]; mandates?: string[]; isAdministrator?: boolean }) =>
  new Actor({
    personId: 'ada',
    sessionId: null,
    name: 'Ada',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator: facts.isAdministrator ?? false,
    roles: new Map(facts.roles ?? []),
    organisationIds: new Set(facts.mandates ?? []),
  });

const people: [string, Actor][] = [
  ['a stranger', Actor.stranger],
  ['someone', actorOf({})],
  ['who speaks for it', actorOf({ mandates: ['casa'] })],
  ['who speaks for another', actorOf({ mandates: ['other'] })],
  ['an administrator', actorOf({ isAdministrator: true })],
  ['an administrator who speaks for it', actorOf({ isAdministrator: true, mandates: ['casa'] })],
  ['a coordinator of its network', actorOf({ roles: [['network', 'COORDINATOR']] })],
  ['a facilitator of its network', actorOf({ roles: [['network', 'FACILITATOR']] })],
  ['a coordinator elsewhere', actorOf({ roles: [['elsewhere', 'COORDINATOR']] })],
  ['a coordinator of its network who speaks for it', actorOf({ roles: [['network', 'COORDINATOR']], mandates: ['casa'] })],
];
const table: Record<string, string[]> = {
  'who speaks for it': ['edit', 'managePeople'],
  'an administrator': ['edit', 'managePeople', 'vouch'],
  'an administrator who speaks for it': ['edit', 'managePeople'],
  'a coordinator of its network': ['vouch'],
  'a coordinator of its network who speaks for it': ['edit', 'managePeople'],
};

describe.each([
  ['verify', null],
  ['doubt', new Date()],
])('what one may do to an organisation, where vouching is to %s', (vouch, verifiedAt) => {
  it.each(people)('%s', (who, actor) => {
    const expected = ['read', ...(table[who] ?? []).map((action) => (action === 'vouch' ? vouch : action))];
    expect(allowedActions(actor, organisationPolicy, { id: 'casa', verifiedAt, networkIds: ['network'] })).toEqual(expected);
  });
});
