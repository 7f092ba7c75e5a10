import { escapeHtml, renderText, type RichTextDocument, type RichTextNode } from '#content';
import { directionOf } from '#platform/mail';
import { translate, type TextKey } from '#platform/i18n';

/** Everything of one person, part by part. */
export type GatheredData = Record<string, Record<string, unknown>[]>;

/** The same text, in which nobody else is named: their names are not ours to hand out. */
function withoutOthers<Node extends RichTextNode>(node: Node, ownId: string): Node {
  if (node.type === 'mention' && node.attrs?.['id'] !== ownId) return { ...node, attrs: { label: '…' } };
  return node.content ? { ...node, content: node.content.map((child) => withoutOthers(child, ownId)) } : node;
}

const isRichText = (value: unknown): value is RichTextDocument =>
  typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'doc';

/** A row as it goes out: rich texts as plain text beside their form, others' names replaced, no rendering that may hold them. */
export function ownRow(row: Record<string, unknown>, ownId: string): Record<string, unknown> {
  const { html: _, ...rest } = row;
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]): [string, unknown][] => {
      if (!isRichText(value)) return [[name, value]];
      const body = withoutOthers(value, ownId);
      return [
        ['text', renderText(body)],
        [name, body],
      ];
    }),
  );
}

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace('T', ' ').slice(0, 16);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
};

function table(rows: Record<string, unknown>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== 'body' && name !== 'id');
  const head = names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${names.map((name) => `<td dir="auto">${escapeHtml(cell(row[name]))}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

/** The same data for reading: one page without scripts and without anything from elsewhere. */
export function readablePage(data: GatheredData, language: string, madeAt: Date, pictures: readonly string[]): string {
  const t = (key: TextKey, params = {}) => translate(language, key, params);
  const sections = Object.entries(data)
    .filter(([, rows]) => rows.length > 0)
    .map(([part, rows]) => `<section><h2>${escapeHtml(t(`data.parts.${part}` as TextKey))}</h2>\n${table(rows)}</section>`);
  const images = pictures.map((path) => `<img src="${escapeHtml(path)}" alt="">`).join('\n');
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(t('data.title'))}</title>
<meta http-equiv="content-security-policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:start;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}img{max-width:15rem;margin:.5rem}</style></head>
<body><h1>${escapeHtml(t('data.title'))}</h1><p>${escapeHtml(t('data.intro', { when: madeAt.toISOString().slice(0, 10) }))}</p>
${sections.join('\n')}
${images}
</body></html>
`;
}
