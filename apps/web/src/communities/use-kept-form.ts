import { useCallback, useState } from 'react';

/** A form whose words survive a reload: kept in this browser until they are sent. */
export function useKeptForm<T extends object>(name: string, first: T) {
  const key = `throughline-form:${name}`;
  const [text, setText] = useState<T>(() => {
    try {
      return { ...first, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<T>) };
    } catch {
      return first;
    }
  });
  const change = useCallback(
    (changed: Partial<T>) =>
      setText((before) => {
        const after = { ...before, ...changed };
        try {
          sessionStorage.setItem(key, JSON.stringify(after));
        } catch {
          // Without storage the words last as long as the page.
        }
        return after;
      }),
    [key],
  );
  const forget = useCallback(() => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  }, [key]);
  return { text, change, forget };
}
