import { createContext, useContext, useEffect, useRef } from 'react';

const storageKey = 'throughline-single-keys';

/** Whether single letters may act; some write by voice, and each spoken letter would do something. */
export const singleKeysAreOn = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
};

/** Switches the single letters on or off on this device. */
export const setSingleKeys = (on: boolean): void => {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Without storage the letters stay as they are.
  }
};

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null);

/**
 * Single keys and two-key ways ("g h") of a screen. A letter acts only outside of fields and dialogs and when single keys are on.
 * Screens add their own: `useKeys({ j: next, k: previous })`.
 */
export function useKeys(actions: Record<string, () => void>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    let before = '';
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target) || !singleKeysAreOn()) return;
      const way = `${before} ${event.key}`;
      before = event.key === 'g' ? 'g' : '';
      const action = latest.current[way] ?? (way.startsWith('g ') ? undefined : latest.current[event.key]);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Opens the list of keys from wherever one is. */
export const KeyHelpContext = createContext<{ open: () => void }>({ open: () => undefined });

/** The list of keys. */
export const useKeyHelp = () => useContext(KeyHelpContext);
