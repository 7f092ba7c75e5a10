import { useEffect, useSyncExternalStore, type ReactNode } from 'react';

let title = '';
const watchers = new Set<() => void>();
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** The title of the present page: the phone's top bar shows it. */
export const usePageTitle = (): string => useSyncExternalStore(watch, () => title);

/** The frame of a screen: its width, its title in the tab and in the phone's top bar. The screen draws its own heading. */
export function Page({ title: own, size, children }: { title: string; size?: 'wide' | 'narrow'; children: ReactNode }) {
  useEffect(() => {
    title = own;
    document.title = own ? `${own} · Throughline` : 'Throughline';
    watchers.forEach((watcher) => watcher());
  }, [own]);
  return <div className={`page ${size ?? ''}`}>{children}</div>;
}

/** Text and an aside that never holds a duty; below 64 em the aside follows the text. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="cols">
      <div>{children}</div>
      <aside className="aside">{aside}</aside>
    </div>
  );
}
