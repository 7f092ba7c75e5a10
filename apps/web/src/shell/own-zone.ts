import { useViewer } from './viewer.js';

/** The zone in which every time is shown to this person: of her profile, or of this device for a stranger. */
export function useOwnZone(): string {
  return useViewer()?.person.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
