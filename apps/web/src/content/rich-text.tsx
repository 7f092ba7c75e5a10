import { toElements, type ContentElement, type RichTextDocument } from '#content';
import { Link } from '@tanstack/react-router';
import { createElement, memo, type ReactNode } from 'react';
import './rich-text.css';

/** What the schema calls class or colspan has another name in React. */
const reactNames: Record<string, string> = { class: 'className', colspan: 'colSpan', rowspan: 'rowSpan' };

/** What people wrote, as elements of this page and never as a string of HTML. A mention leads to the person. */
export const RichText = memo(function RichText({ body, className, threadId }: { body: unknown; className?: string; threadId?: string }) {
  if (!isDocument(body)) return null;
  return <div className={`prose ${className ?? ''}`}>{toElements(body).map((element, key) => nodeOf(element, key, threadId))}</div>;
});

const isDocument = (body: unknown): body is RichTextDocument => !!body && typeof body === 'object' && 'content' in body;

function nodeOf(element: ContentElement | string, key: number, threadId?: string): ReactNode {
  if (typeof element === 'string') return element;
  const { tag, attrs } = element;
  const children = element.children.map((child, at) => nodeOf(child, at, threadId));
  const person = attrs['data-person'];
  if (person) {
    return (
      <Link key={key} className="mention" to="/people/$personId" params={{ personId: person }} dir="auto">
        {children}
      </Link>
    );
  }
  // A source: a post of the same conversation, wherever the platform stood when the link was made.
  const source = threadId ? /\/t\/([0-9a-f-]{36})#(post-\d{1,9})$/i.exec(attrs['href'] ?? '') : null;
  if (threadId && source?.[1] === threadId) {
    return (
      <Link key={key} to="/t/$threadId" params={{ threadId }} hash={source[2] ?? ''}>
        {children}
      </Link>
    );
  }
  const props: Record<string, unknown> = { key };
  for (const [name, value] of Object.entries(attrs)) props[reactNames[name] ?? name] = value;
  // A wide table scrolls within itself, and then the keyboard must be able to scroll it too.
  if (attrs['class'] === 'table-frame') props['tabIndex'] = 0;
  return children.length ? createElement(tag, props, ...children) : createElement(tag, props);
}
