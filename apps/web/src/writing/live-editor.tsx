import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkForm } from './link-form.js';
import { liveExtensions } from './live-extensions.js';
import type { LiveText } from './live-text.js';
import { WritingTools } from './writing-tools.js';
import './writing.css';

/** The text itself, for whoever may write in it and for whoever reads along; mount it only when the text is ready. */
export function LiveEditor({ text, label, mayWrite, head }: { text: LiveText; label: string; mayWrite: boolean; head: ReactNode }) {
  const { t } = useTranslation('writing');
  const [isLinking, setLinking] = useState(false);
  const extensions = useMemo(() => liveExtensions(text), [text]);
  const writable = useRef(mayWrite);
  const editor = useEditor({
    extensions,
    editable: mayWrite,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    textDirection: 'auto',
    editorProps: {
      // A function, so that what has changed since is read again with every change of the text.
      attributes: () => ({
        class: 'doc record numbered livetext',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-readonly': String(!writable.current),
        // The margin with the numbers is the page's; each block finds its own direction.
        dir: document.documentElement.dir,
      }),
    },
  });

  useEffect(
    () =>
      text.prepareForOthers(() => {
        // ProseMirror hears of a new selection a moment after the browser has it; until then any update would put the caret back.
        if (!editor.isDestroyed) (editor.view as unknown as { domObserver: { flush: () => void } }).domObserver.flush();
      }),
    [editor, text],
  );
  useEffect(() => {
    writable.current = mayWrite;
    editor.setEditable(mayWrite, false);
  }, [editor, mayWrite]);

  return (
    <>
      {mayWrite && (
        <div className="edbar" role="toolbar" aria-label={t('tools.label')}>
          <WritingTools editor={editor} onLink={() => setLinking(true)} />
          {isLinking && (
            <LinkForm
              editor={editor}
              onDone={() => {
                setLinking(false);
                editor.commands.focus();
              }}
            />
          )}
        </div>
      )}
      {head}
      <EditorContent editor={editor} />
    </>
  );
}
