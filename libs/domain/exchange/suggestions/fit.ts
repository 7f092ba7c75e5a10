import { OfferDirection, type OfferKind } from '../exchange.enums.js';

/** Why two may want to know each other. */
export enum FitReason {
  THEY_OFFER_WHAT_YOU_ASK = 'THEY_OFFER_WHAT_YOU_ASK',
  THEY_ASK_WHAT_YOU_OFFER = 'THEY_ASK_WHAT_YOU_OFFER',
  SAME_THEME = 'SAME_THEME',
  COMMON_LANGUAGE = 'COMMON_LANGUAGE',
  OTHER_COUNTRY = 'OTHER_COUNTRY',
}

/** What is known of somebody, and of what they give or want. */
export interface Side {
  country: string | null;
  languages: readonly string[];
  themeIds: readonly string[];
  offers: readonly { direction: OfferDirection; kind: OfferKind; themeIds: readonly string[] }[];
}

/** One thing of another, beside oneself. */
export interface Fit {
  score: number;
  reasons: FitReason[];
  themeIds: string[];
}

const shared = (one: readonly string[], other: readonly string[]) => one.filter((item) => other.includes(item));

/**
 * How well an offer or ask of another fits me. Need and offer weigh most, then the theme, then a border between us: exchange across borders is what
 * people do not find by themselves. Nothing where neither need nor theme is shared.
 */
export function fitOf(
  me: Side,
  them: { country: string | null; languages: readonly string[]; themeIds: readonly string[]; direction: OfferDirection; kind: OfferKind },
): Fit | null {
  const reasons: FitReason[] = [];
  let score = 0;
  const opposite = them.direction === OfferDirection.OFFER ? OfferDirection.ASK : OfferDirection.OFFER;
  const mine = me.offers.filter(({ direction, kind }) => direction === opposite && kind === them.kind);
  if (mine.length > 0) {
    reasons.push(them.direction === OfferDirection.OFFER ? FitReason.THEY_OFFER_WHAT_YOU_ASK : FitReason.THEY_ASK_WHAT_YOU_OFFER);
    score += 5;
  }
  const themeIds = [...new Set(shared(them.themeIds, [...me.themeIds, ...mine.flatMap((offer) => offer.themeIds)]))];
  if (themeIds.length > 0) {
    reasons.push(FitReason.SAME_THEME);
    score += 2 + Math.min(2, themeIds.length - 1);
  }
  if (score === 0) return null;
  if (shared(me.languages, them.languages).length > 0) {
    reasons.push(FitReason.COMMON_LANGUAGE);
    score += 1;
  }
  if (me.country && them.country && me.country !== them.country) {
    reasons.push(FitReason.OTHER_COUNTRY);
    score += 2;
  }
  return { score, reasons, themeIds };
}
