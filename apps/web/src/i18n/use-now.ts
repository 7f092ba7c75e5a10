import { useSyncExternalStore } from 'react';

let now = new Date();
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    now = new Date();
    watchers.forEach((tell) => tell());
  }, 60_000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0 || !timer) return;
    clearInterval(timer);
    timer = null;
  };
};

const read = () => {
  // Nobody watched for a while: the hand of the clock has moved on unseen.
  if (watchers.size === 0 && Date.now() - now.getTime() > 60_000) now = new Date();
  return now;
};

/** The present time, to the minute: what shows "2 hours ago" moves on by itself. */
export const useNow = (): Date => useSyncExternalStore(watch, read);
