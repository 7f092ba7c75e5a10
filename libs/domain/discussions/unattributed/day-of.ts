/** Midnight (UTC) of a moment's day: all that is kept of when something unattributed was written. */
export const dayOf = (moment: Date): Date => new Date(Math.floor(moment.getTime() / 86_400_000) * 86_400_000);
