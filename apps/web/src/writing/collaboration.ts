import { Extension, type CommandProps } from '@tiptap/core';
import { redo, undo, yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

type Options = { fragment: Y.XmlFragment | null; awareness: Awareness | null };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    liveText: { undoOwn: () => ReturnType; redoOwn: () => ReturnType };
  }
}

type Writer = { name?: string; color?: string };

/** A caret of another, with a flag that bears the name. The colour is the server's. */
const caretOf = ({ name = '', color }: Writer): HTMLElement => {
  const caret = document.createElement('span');
  caret.className = 'livecaret';
  if (color) caret.style.setProperty('--writer', color);
  const flag = document.createElement('span');
  flag.className = 'liveflag';
  flag.textContent = name;
  // Word joiners on both sides: the browser's own caret must be able to stand next to this one.
  caret.append('\u2060', flag, '\u2060');
  return caret;
};

const selectionOf = ({ color }: Writer) => ({ class: 'liveselection', ...(color && { style: `--writer: ${color}` }) });

/** In ProseMirror's way: undo dispatches by itself, so TipTap's own transaction must not. */
const alone =
  (act: typeof undo) =>
  () =>
  ({ state, dispatch, tr }: CommandProps): boolean => {
    tr.setMeta('preventDispatch', true);
    return dispatch ? act(state) : true;
  };

/**
 * Joins the editor to a live text by y-prosemirror. TipTap's own collaboration extension scrambles letters when two people type in one
 * block, so it is not used. Undo takes back one's own changes only.
 */
export const Collaboration = Extension.create<Options>({
  name: 'liveText',
  priority: 1000,
  addOptions: () => ({ fragment: null, awareness: null }),
  addCommands: () => ({ undoOwn: alone(undo), redoOwn: alone(redo) }),
  addKeyboardShortcuts() {
    return {
      'Mod-z': () => this.editor.commands.undoOwn(),
      'Mod-y': () => this.editor.commands.redoOwn(),
      'Shift-Mod-z': () => this.editor.commands.redoOwn(),
    };
  },
  addProseMirrorPlugins() {
    const { fragment, awareness } = this.options;
    if (!fragment || !awareness) return [];
    return [ySyncPlugin(fragment), yCursorPlugin(awareness, { cursorBuilder: caretOf, selectionBuilder: selectionOf }), yUndoPlugin()];
  },
});
