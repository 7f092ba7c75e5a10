import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';

const key = 'throughline-scheme';

/** Keeps light or dark on this device, under the name that first-paint.js reads. */
export const schemeManager: MantineColorSchemeManager = {
  get: (fallback) => {
    try {
      const stored = localStorage.getItem(key);
      return isMantineColorScheme(stored) ? stored : fallback;
    } catch {
      return fallback;
    }
  },
  set: (scheme) => {
    try {
      localStorage.setItem(key, scheme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => localStorage.removeItem(key),
};

/** Whether a scheme was chosen on this device; otherwise the account's choice holds. */
export const hasChosenScheme = (): boolean => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
};
