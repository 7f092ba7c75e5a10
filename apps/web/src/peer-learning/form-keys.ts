import { useEffect, useRef, type RefObject } from 'react';

/** Ctrl+Enter sends a form from any of its fields, Escape leaves it. */
export function useFormKeys({ onLeave }: { onLeave?: () => void } = {}): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  useEffect(() => {
    const at = form.current;
    const press = (event: KeyboardEvent) => {
      // An open list of choices takes Escape for itself.
      if (event.defaultPrevented) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) at?.requestSubmit();
      if (event.key === 'Escape' && (event.target as HTMLElement).getAttribute('aria-expanded') !== 'true') leave.current?.();
    };
    at?.addEventListener('keydown', press);
    return () => at?.removeEventListener('keydown', press);
  }, []);
  return form;
}
