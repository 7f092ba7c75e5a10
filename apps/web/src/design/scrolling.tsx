import type { ReactNode } from 'react';

/** A part that scrolls by itself, like a wide table: it has a name, and the keyboard reaches it. */
export function Scrolling({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div className={className} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
