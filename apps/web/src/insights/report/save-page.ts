const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; color: #1d1d1b; max-width: 52rem; margin: 2rem auto; padding: 0 1.25rem; }
  h2 { font: 600 1.9rem/1.2 Georgia, serif; margin: 0.2rem 0; } h3 { font-size: 1.1rem; margin: 1.6rem 0 0.4rem; }
  a { color: inherit; } .small, .ink2 { color: #55544f; } .tiny { font-size: 0.8rem; color: #55544f; margin-top: 2rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0.75rem 1.5rem; margin: 0; }
  .figures dt { font-size: 0.85rem; color: #55544f; } .figures dd { margin: 0; font-size: 1.4rem; font-weight: 650; }
  table { border-collapse: collapse; width: 100%; font-size: 0.9rem; } th, td { text-align: start; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid #d9d7d0; font-weight: 400; }
  th[scope=row] { white-space: nowrap; } .num { text-align: end; font-variant-numeric: tabular-nums; } .figures .num { text-align: start; } .monthbars { width: 30%; } .monthbars svg { width: 100%; height: 8px; } .bar { fill: #2f5d8a; }
  [dir=rtl] .flip { transform: scaleX(-1); } .reportitems { list-style: none; padding: 0; } .reportitems li { display: grid; grid-template-columns: 9rem 1fr; gap: 0.75rem; padding: 0.25rem 0; }
  @media print { body { margin: 0; max-width: none; } tr, .figures > div { break-inside: avoid; } }`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The sheet as it stands, as a page of its own that needs nothing from elsewhere. */
export function pageOf(sheet: Element, title: string, language: string, origin: string): string {
  const copy = sheet.cloneNode(true) as Element;
  for (const tool of copy.querySelectorAll('.noprint, button, form')) tool.remove();
  // Links in a file have no server beside them.
  for (const link of copy.querySelectorAll('a[href^="/"]')) link.setAttribute('href', origin + (link.getAttribute('href') ?? ''));
  for (const one of copy.querySelectorAll('[tabindex]')) one.removeAttribute('tabindex');
  const dir = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>${copy.outerHTML}</body></html>`;
}

/** Saves it as a file. */
export function saveAsPage(sheet: Element, title: string, name: string, language: string): void {
  const url = URL.createObjectURL(new Blob([pageOf(sheet, title, language, window.location.origin)], { type: 'text/html;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
