/** Zones of Europe that lie an hour apart: whoever schedules sees at once what a time means for the others. */
const wellKnown = ['Europe/Brussels', 'Europe/Kyiv', 'Europe/Lisbon'];

/** Other zones whose clocks differ from mine at this instant, each clock once; those that matter here come first. */
export const elsewhere = (instant: string, own: string, first: string[], most = 3): string[] => {
  const clockIn = (timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
  const seen = new Set([clockIn(own)]);
  const zones: string[] = [];
  for (const zone of [...first, ...wellKnown]) {
    const clock = clockIn(zone);
    if (seen.has(clock) || zones.length >= most) continue;
    seen.add(clock);
    zones.push(zone);
  }
  return zones;
};
