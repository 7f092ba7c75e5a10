import type { Extensions } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Mention } from '@tiptap/extension-mention';
import { TableKit } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import type { MentionList } from './mention-list.js';

/** The pieces of the editor, made to the measure of the shared schema of rich text. The writing desk brings its own undo. */
export const richTextExtensions = ({
  placeholder = '',
  mentions,
  ownUndo = true,
}: {
  placeholder?: string;
  mentions?: MentionList;
  ownUndo?: boolean;
} = {}): Extensions => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https', protocols: ['http', 'https', 'mailto'] },
    ...(ownUndo ? {} : { undoRedo: false }),
  }),
  Image.configure({ inline: false, allowBase64: false }),
  TableKit.configure({ table: { resizable: false } }),
  Placeholder.configure({ placeholder }),
  Mention.configure({
    deleteTriggerWithBackspace: true,
    HTMLAttributes: { class: 'mention' },
    suggestion: mentions?.suggestion ?? { allow: () => false },
  }),
];
