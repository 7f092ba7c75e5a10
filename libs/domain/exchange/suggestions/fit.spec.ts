import { OfferDirection, OfferKind } from '../exchange.enums.js';
import { fitOf, type Side } from './fit.js';

const me: Side = {
  country: 'PT',
  languages: ['pt', 'en'],
  themeIds: ['housing'],
  offers: [{ direction: OfferDirection.ASK, kind: OfferKind.INTERPRETER, themeIds: ['health'] }],
};
const them = { country: 'SE', languages: ['sv', 'en'], themeIds: ['health'], direction: OfferDirection.OFFER, kind: OfferKind.INTERPRETER };

describe('how well an offer fits', () => {
  it('says why: they offer what I asked for, same theme, common language, other country', () => {
    expect(fitOf(me, them)).toEqual({
      score: 10,
      reasons: ['THEY_OFFER_WHAT_YOU_ASK', 'SAME_THEME', 'COMMON_LANGUAGE', 'OTHER_COUNTRY'],
      themeIds: ['health'],
    });
  });
  it('knows the other way round', () => {
    const giver = { ...me, offers: [{ direction: OfferDirection.OFFER, kind: OfferKind.ROOM, themeIds: [] }] };
    expect(fitOf(giver, { ...them, direction: OfferDirection.ASK, kind: OfferKind.ROOM, themeIds: [] })?.reasons).toEqual([
      'THEY_ASK_WHAT_YOU_OFFER',
      'COMMON_LANGUAGE',
      'OTHER_COUNTRY',
    ]);
  });
  it('is nothing where only language and country say something', () => {
    expect(fitOf(me, { ...them, kind: OfferKind.ROOM, themeIds: ['sport'] })).toBeNull();
    expect(fitOf({ ...me, offers: [] }, { ...them, themeIds: [] })).toBeNull();
  });
  it('does not take two askers of the same for a fit', () => {
    expect(fitOf(me, { ...them, direction: OfferDirection.ASK, themeIds: [] })).toBeNull();
  });
  it('weighs need over theme, and a border over none', () => {
    const near = fitOf(me, { ...them, country: 'PT' })?.score ?? 0;
    const themeOnly = fitOf(me, { ...them, kind: OfferKind.ROOM, themeIds: ['housing'] })?.score ?? 0;
    expect([near, themeOnly]).toEqual([8, 5]);
    expect(fitOf(me, { ...them, country: null })?.reasons).not.toContain('OTHER_COUNTRY');
  });
});
