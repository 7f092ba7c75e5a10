declare module '#platform/events' {
  interface EventPayloads {
    /** Somebody offers or asks for something. */
    'exchange.offer-posted': { offerId: string; personId: string };
    /** The day of an offer is over, and nobody said what came of it. */
    'exchange.offer-expired': { offerId: string; personId: string };
    /** Somebody asks to be introduced; `personIds` may answer. */
    'exchange.introduction-asked': { introductionId: string; askerId: string; personIds: string[]; byId: string };
    /** It was accepted or declined. */
    'exchange.introduction-answered': { introductionId: string; askerId: string; answeredById: string; isAccepted: boolean };
  }
}

export {};
