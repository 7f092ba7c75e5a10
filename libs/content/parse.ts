import { Mark, Node } from 'prosemirror-model';
import { MARK_ATTRIBUTES, NODE_ATTRIBUTES, type AttributeRules } from './attributes.js';
import { cleanText } from './characters.js';
import { RichTextError, type AttributeValue, type RichTextDocument, type RichTextMark, type RichTextNode } from './rich-text.js';
import { richTextSchema } from './schema.js';

/** How much is accepted; what is left out has the platform's usual limit. */
export interface RichTextLimits {
  /** Refuse a text without a word, an image or a mention. */
  nonEmpty?: boolean;
  /** Nodes above each other, the document included: 20. */
  maxDepth?: number;
  /** Characters of text (UTF-16 units): 50,000. */
  maxCharacters?: number;
  /** Bytes of the normalised JSON in UTF-8: 100,000. */
  maxBytes?: number;
}

const USUAL_DEPTH = 20;
const USUAL_CHARACTERS = 50_000;
const USUAL_BYTES = 100_000;
// The smallest node is `{"type":"hardBreak"},`: more nodes than this cannot fit into the bytes.
const BYTES_PER_NODE = 20;

const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'toJSON',
  '__defineGetter__',
  '__defineSetter__',
]);
const TEXT_PROPERTIES: ReadonlySet<string> = new Set(['type', 'text', 'marks']);
const NODE_PROPERTIES: ReadonlySet<string> = new Set(['type', 'attrs', 'content', 'marks']);
const MARK_PROPERTIES: ReadonlySet<string> = new Set(['type', 'attrs']);

/** Accepts the JSON of a rich text and returns it normalised (defaults filled in, hidden characters gone), or throws a `RichTextError`. */
export function parseRichText(json: unknown, limits: RichTextLimits = {}): RichTextDocument {
  const clean = new Reader(limits).node(json, '', 1);
  if (clean.type !== 'doc') throw new RichTextError('unknown_type', 'type', 'A rich text must begin with a document.');
  const document = checkedBySchema(clean);
  if (limits.nonEmpty && !saysSomething(document)) throw new RichTextError('empty', '', 'Write something first.');
  const serialised = JSON.stringify(document);
  if (new TextEncoder().encode(serialised).length > (limits.maxBytes ?? USUAL_BYTES)) throw tooLarge();
  return JSON.parse(serialised) as RichTextDocument;
}

function tooLarge(): RichTextError {
  return new RichTextError('too_large', '', 'The text is too long. Split it into several.');
}

/**
 * Copies what is allowed, property by property, into fresh objects. Nothing from outside reaches ProseMirror, which looks up type
 * and attribute names on plain objects. Depth and number of nodes are counted on the way, so circular input ends too.
 */
class Reader {
  private readonly maxDepth: number;
  private charactersLeft: number;
  private nodesLeft: number;

  constructor(limits: RichTextLimits) {
    this.maxDepth = limits.maxDepth ?? USUAL_DEPTH;
    this.charactersLeft = limits.maxCharacters ?? USUAL_CHARACTERS;
    this.nodesLeft = Math.ceil((limits.maxBytes ?? USUAL_BYTES) / BYTES_PER_NODE);
  }

  node(value: unknown, path: string, depth: number): RichTextNode {
    if (depth > this.maxDepth) throw new RichTextError('too_deep', path, 'The text is nested too deeply.');
    if (--this.nodesLeft < 0) throw tooLarge();
    const isText = isPlainObject(value) && value['type'] === 'text';
    const properties = ownProperties(value, path, isText ? TEXT_PROPERTIES : NODE_PROPERTIES);
    const { type, rules } = knownType(properties.get('type'), NODE_ATTRIBUTES, path);
    const marks = properties.get('marks') === undefined ? [] : this.marks(properties.get('marks'), at(path, 'marks'));
    const clean: RichTextNode = { type, ...(marks.length > 0 ? { marks } : {}) };
    if (isText) return { ...clean, text: this.text(properties.get('text'), at(path, 'text')) };

    const attrs = readAttributes(properties.get('attrs'), rules, at(path, 'attrs'));
    if (rules.kept.size > 0) clean.attrs = attrs;
    const content = properties.get('content');
    if (content !== undefined) clean.content = this.content(content, at(path, 'content'), depth);
    return clean;
  }

  private content(value: unknown, path: string, depth: number): RichTextNode[] {
    if (!Array.isArray(value)) throw new RichTextError('not_an_object', path, 'The content of a node must be a list of nodes.');
    if (value.length > this.nodesLeft) throw tooLarge();
    const children = Array.from(value as unknown[], (child, index) => this.node(child, `${path}[${index}]`, depth + 1));
    // Only hidden characters: ProseMirror knows no empty text.
    return children.filter((child) => child.text !== '');
  }

  private text(value: unknown, path: string): string {
    if (typeof value !== 'string') throw new RichTextError('bad_attribute', path, 'A text node must hold text.');
    this.charactersLeft -= value.length;
    if (this.charactersLeft < 0) throw tooLarge();
    return cleanText(value, path);
  }

  private marks(value: unknown, path: string): RichTextMark[] {
    if (!Array.isArray(value)) throw new RichTextError('not_an_object', path, 'Marks must be a list.');
    if (value.length > MARK_ATTRIBUTES.size) throw new RichTextError('wrong_nesting', path, 'The same text is marked too often.');
    const marks = Array.from(value as unknown[], (mark, index) => this.mark(mark, `${path}[${index}]`));
    // Brings them into the schema's order; a mark that another one shuts out, or that comes twice, falls away here.
    const set = marks.reduce<readonly Mark[]>((done, mark) => Mark.fromJSON(richTextSchema, mark).addToSet(done), Mark.none);
    if (set.length !== marks.length) throw new RichTextError('wrong_nesting', path, 'These marks cannot be on the same text.');
    return set.map((mark) => mark.toJSON() as RichTextMark);
  }

  private mark(value: unknown, path: string): RichTextMark {
    const properties = ownProperties(value, path, MARK_PROPERTIES);
    const { type, rules } = knownType(properties.get('type'), MARK_ATTRIBUTES, path);
    const attrs = readAttributes(properties.get('attrs'), rules, at(path, 'attrs'));
    return rules.kept.size > 0 ? { type, attrs } : { type };
  }
}

function at(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

// By the shape of the prototype and not by identity, because JSON may have been parsed in another realm (a worker, a test).
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function ownProperties(value: unknown, path: string, allowed: ReadonlySet<string> | null): Map<string, unknown> {
  if (!isPlainObject(value)) throw new RichTextError('not_an_object', path, 'This must be an object of the rich-text format.');
  const properties = new Map<string, unknown>();
  for (const name of Object.keys(value)) {
    if (FORBIDDEN_NAMES.has(name)) throw new RichTextError('forbidden_name', path, 'This name is not allowed in a rich text.');
    if (allowed && !allowed.has(name))
      throw new RichTextError('unknown_property', path, 'The rich text holds a property that is not known here.');
    properties.set(name, value[name]);
  }
  return properties;
}

function knownType(type: unknown, known: ReadonlyMap<string, AttributeRules>, path: string): { type: string; rules: AttributeRules } {
  const rules = typeof type === 'string' ? known.get(type) : undefined;
  if (typeof type !== 'string' || !rules)
    throw new RichTextError('unknown_type', at(path, 'type'), 'The rich text holds an element that is not known here.');
  return { type, rules };
}

function readAttributes(value: unknown, rules: AttributeRules, path: string): Record<string, AttributeValue> {
  // The editor leaves attributes out, or sends null, where a type has none.
  const given = value === undefined || value === null ? new Map<string, unknown>() : ownProperties(value, path, null);
  for (const [name, content] of given) {
    const dropped = rules.dropped === 'all-others' || rules.dropped.has(name);
    // An extension that adds an attribute and leaves it unset (null) has said nothing.
    if (!rules.kept.has(name) && !dropped && content !== null)
      throw new RichTextError('bad_attribute', path, 'The rich text holds an attribute that is not known here.');
  }
  const attrs: Record<string, AttributeValue> = {};
  for (const [name, rule] of rules.kept) {
    const content = given.get(name);
    attrs[name] = content === undefined && rule.default !== undefined ? rule.default : rule.read(content, at(path, name));
  }
  return attrs;
}

function checkedBySchema(clean: RichTextNode): RichTextNode {
  const root = Node.fromJSON(richTextSchema, clean);
  checkNesting(root, '');
  // The library's own and last word: everything above only says it in better words.
  root.check();
  return root.toJSON() as RichTextNode;
}

function checkNesting(node: Node, path: string): void {
  if (!node.type.validContent(node.content)) {
    const inside = [...new Set(node.content.content.map((child) => child.type.name))].join(', ');
    const message =
      inside === '' ? `An element of the type ${node.type.name} cannot be empty.` : `${node.type.name} cannot hold this: ${inside}.`;
    throw new RichTextError('wrong_nesting', path, message);
  }
  node.content.forEach((child, _offset, index) => checkNesting(child, `${at(path, 'content')}[${index}]`));
}

function saysSomething(node: RichTextNode): boolean {
  if (node.type === 'image' || node.type === 'mention') return true;
  // Format characters and variation selectors alone show nothing.
  if (node.text !== undefined) return /[^\s\p{C}\p{M}\u115F\u1160\u3164\uFFA0]/u.test(node.text);
  return node.content?.some(saysSomething) ?? false;
}
