/** The day on which one was here, as one says it: the weekday within a week, the date before. */
export const hereDay = (at: string, locale: string): string => {
  const day = new Date(at);
  const days = (Date.now() - day.getTime()) / 86_400_000;
  if (days < 1) return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(day);
  return new Intl.DateTimeFormat(locale, days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }).format(day);
};
