import type { Extensions } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Mention } from '@tiptap/extension-mention';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { Collaboration } from './collaboration.js';
import type { LiveText } from './live-text.js';

/**
 * The editor of a live text. It knows every node of the shared schema, because the binding takes out of the common text what its
 * editor does not know. Nothing in it may write by itself (as a trailing paragraph would): it would do so in every reader's name.
 */
export const liveExtensions = (text: LiveText): Extensions => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https', protocols: ['http', 'https', 'mailto'] },
    undoRedo: false,
    trailingNode: false,
  }),
  TableKit.configure({ table: { resizable: false } }),
  // Shown where they are, but not pasted in from elsewhere: a position is text.
  Image.extend({ parseHTML: () => [] }).configure({ allowBase64: false }),
  Mention.extend({ parseHTML: () => [] }).configure({ HTMLAttributes: { class: 'mention' }, suggestion: { allow: () => false } }),
  Collaboration.configure({ fragment: text.fragment, awareness: text.awareness }),
];
