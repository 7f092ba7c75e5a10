import { Actor } from '#platform/auth';
import { IntroductionState } from '../exchange.enums.js';
import { introductionPolicy } from './introduction.policy.js';

const person = (personId: string) =>
  new Actor({
    personId,
    sessionId: null,
    name: personId,
    language: 'en',
    timeZone: 'UTC',
    isAdministrator: personId === 'admin',
    roles: new Map(),
    organisationIds: new Set<string>(),
  } as never);
const actors = {
  stranger: Actor.stranger,
  asker: person('asker'),
  asked: person('asked'),
  colleague: person('colleague'),
  delegator: person('delegator'),
  admin: person('admin'),
};
const introduction = {
  askerId: 'asker',
  state: IntroductionState.ASKED,
  answeredById: null,
  delegatedById: 'delegator',
  answerers: ['asked', 'colleague'],
};
const may = (action: keyof typeof introductionPolicy, state = IntroductionState.ASKED) =>
  Object.entries(actors).flatMap(([name, actor]) => (introductionPolicy[action](actor, { ...introduction, state }) ? [name] : []));

describe('who may do what with an introduction', () => {
  it('is known to the two sides, and to nobody else', () => {
    expect(may('read')).toEqual(['asker', 'asked', 'colleague', 'delegator']);
    expect(may('read', IntroductionState.DECLINED)).toEqual(['asker', 'asked', 'colleague', 'delegator']);
  });
  it.each(['accept', 'decline', 'delegate'] as const)('lets those who are asked %s, once', (move) => {
    expect(may(move)).toEqual(['asked', 'colleague']);
    for (const state of [IntroductionState.ACCEPTED, IntroductionState.DECLINED, IntroductionState.WITHDRAWN])
      expect(may(move, state)).toEqual([]);
  });
  it('lets the asker take it back while it waits', () => {
    expect(may('withdraw')).toEqual(['asker']);
    expect(may('withdraw', IntroductionState.ACCEPTED)).toEqual([]);
  });
});
