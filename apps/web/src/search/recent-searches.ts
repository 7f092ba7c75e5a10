const storageKey = (personId: string) => `throughline-searches-${personId}`;
const most = 8;

/** What this person looked for on this device, the latest first; it never leaves the device. */
export function recentSearches(personId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(personId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text): text is string => typeof text === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Keeps a search that led somewhere. */
export function keepSearch(personId: string, text: string): void {
  const wanted = text.trim().slice(0, 400);
  if (wanted.length < 2) return;
  const kept = [wanted, ...recentSearches(personId).filter((one) => one !== wanted)].slice(0, most);
  try {
    localStorage.setItem(storageKey(personId), JSON.stringify(kept));
  } catch {
    // Without storage nothing is kept.
  }
}

/** Forgets them all. */
export function forgetSearches(personId: string): void {
  try {
    localStorage.removeItem(storageKey(personId));
  } catch {
    // There is nothing to forget.
  }
}
