import { Suspense, lazy } from 'react';
import type { RichTextEditorProps } from './rich-text-editor.js';
import './editor.css';

const Editor = lazy(() => import('./rich-text-editor.js').then((m) => ({ default: m.RichTextEditor })));

/** The editor, fetched when it is needed; until then a field of its size holds its place. */
export function LazyRichTextEditor(props: RichTextEditorProps) {
  return (
    <Suspense
      fallback={
        <div aria-busy>
          <div className="editor">
            <div className="ProseMirror" />
          </div>
          <div className="editorbar" style={{ minHeight: 36 }} />
        </div>
      }
    >
      <Editor {...props} />
    </Suspense>
  );
}

export type { EditorHandle } from './rich-text-editor.js';
