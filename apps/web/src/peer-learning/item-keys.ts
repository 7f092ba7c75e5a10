import { useKeys } from '../shell/keys.js';

/** j and k walk through whatever on the page is marked `data-item`. */
export function useItemKeys(): void {
  const step = (by: 1 | -1) => {
    const items = [...document.querySelectorAll<HTMLElement>('#main [data-item]')];
    const at = items.findIndex((item) => item === document.activeElement || item.contains(document.activeElement));
    const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
}
