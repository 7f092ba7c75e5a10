import { Actor } from '#platform/auth';
import { OfferAudience, OfferState } from '../exchange.enums.js';
import { offerPolicy } from './offer.policy.js';

const person = (personId: string, communities: string[] = []) =>
  new Actor({
    personId,
    sessionId: null,
    name: personId,
    language: 'en',
    timeZone: 'UTC',
    isAdministrator: personId === 'admin',
    roles: new Map(communities.map((id) => [id, 'MEMBER'])),
    organisationIds: new Set<string>(),
  } as never);
const actors = {
  stranger: Actor.stranger,
  author: person('author'),
  member: person('member', ['here']),
  other: person('other', ['elsewhere']),
  admin: person('admin'),
};

describe('who may do what with an offer', () => {
  it.each([
    ['PUBLIC', ['stranger', 'author', 'member', 'other', 'admin'], ['member', 'other', 'admin']],
    ['SIGNED_IN', ['author', 'member', 'other', 'admin'], ['member', 'other', 'admin']],
    ['COMMUNITY', ['author', 'member'], ['member']],
  ] as const)('%s', (audience, readers, responders) => {
    const offer = {
      personId: 'author',
      audience: audience as OfferAudience,
      communityId: audience === 'COMMUNITY' ? 'here' : null,
      state: OfferState.OPEN,
    };
    const may = (action: 'read' | 'edit' | 'finish' | 'respond', thing = offer) =>
      Object.entries(actors).flatMap(([name, actor]) => (offerPolicy[action](actor, thing) ? [name] : []));
    expect(may('read')).toEqual(readers);
    expect(may('respond')).toEqual(responders);
    expect(may('edit')).toEqual(['author']);
    expect(may('finish')).toEqual(['author']);
    expect(may('respond', { ...offer, state: OfferState.EXPIRED })).toEqual([]);
    expect(may('finish', { ...offer, state: OfferState.SHARED })).toEqual([]);
  });
});
