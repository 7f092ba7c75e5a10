import { Schema, type AttributeSpec, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { MARK_ATTRIBUTES, NODE_ATTRIBUTES, type AttributeRules } from './attributes.js';

// Names, content and order follow TipTap 3 (StarterKit, table, image, mention), so that the editor's own JSON passes unchanged;
// schema.spec.ts compares the two. The order of the marks is their nesting: a link is outermost.
const nodes: Record<string, NodeSpec> = {
  paragraph: { content: 'inline*', group: 'block' },
  doc: { content: 'block+' },
  text: { group: 'inline' },
  heading: { content: 'inline*', group: 'block', defining: true },
  bulletList: { content: 'listItem+', group: 'block list' },
  orderedList: { content: 'listItem+', group: 'block list' },
  listItem: { content: 'paragraph block*', defining: true },
  blockquote: { content: 'block+', group: 'block', defining: true },
  codeBlock: { content: 'text*', group: 'block', marks: '', code: true, defining: true },
  horizontalRule: { group: 'block' },
  table: { content: 'tableRow+', group: 'block', isolating: true, tableRole: 'table' },
  tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row' },
  tableHeader: { content: 'block+', isolating: true, tableRole: 'header_cell' },
  tableCell: { content: 'block+', isolating: true, tableRole: 'cell' },
  image: { group: 'block', draggable: true },
  hardBreak: { group: 'inline', inline: true, selectable: false, linebreakReplacement: true },
  mention: { group: 'inline', inline: true, atom: true, selectable: false },
};

const marks: Record<string, MarkSpec> = {
  link: { inclusive: false },
  bold: {},
  code: { excludes: '_', code: true },
  italic: {},
  strike: {},
  underline: {},
};

function attributeSpecs(rules: AttributeRules | undefined): Record<string, AttributeSpec> {
  const specs: Record<string, AttributeSpec> = {};
  for (const [name, rule] of rules?.kept ?? []) {
    specs[name] = { ...('default' in rule ? { default: rule.default } : {}), validate: (value: unknown) => void rule.read(value, name) };
  }
  return specs;
}

function withAttributes<Spec extends object>(
  specs: Record<string, Spec>,
  rules: ReadonlyMap<string, AttributeRules>,
): Record<string, Spec> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, { ...spec, attrs: attributeSpecs(rules.get(name)) }]));
}

/** The shape of every rich text on the platform. Its attributes check themselves, so `Node.check()` refuses a bad link too. */
export const richTextSchema = new Schema({
  topNode: 'doc',
  nodes: withAttributes(nodes, NODE_ATTRIBUTES),
  marks: withAttributes(marks, MARK_ATTRIBUTES),
});
