import { useLayoutEffect, useRef } from 'react';
import '../writing/writing.css';

/** A text of the record, as the server renders it from checked rich text: escaped, with safe links only. Its blocks find their own direction. */
export function RecordText({ html, className = '' }: { html: string; className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const block of box.current?.querySelectorAll('p, h2, h3, h4, li, td, th') ?? []) block.setAttribute('dir', 'auto');
    // What scrolls within itself must scroll by keyboard too.
    for (const frame of box.current?.querySelectorAll('.table-frame, pre') ?? []) frame.setAttribute('tabindex', '0');
  }, [html]);
  return <div ref={box} className={`doc record ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
