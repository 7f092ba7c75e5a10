import type { JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { richTextExtensions } from './editor-extensions.js';
import { EditorToolbar } from './editor-toolbar.js';
import { LinkPanel } from './link-panel.js';
import { MentionList, Mentions, type FindPeople } from './mention-list.js';
import { PicturePanel } from './picture-panel.js';
import './editor.css';
import './rich-text.css';

/** What a screen may do with the editor. */
export type EditorHandle = { focus: () => void; clear: () => void; set: (body: JSONContent) => void };

/** The properties of the editor; `onChange` also says whether anything is in it. */
export type RichTextEditorProps = {
  label: string;
  initial?: JSONContent | null;
  placeholder?: string;
  error?: string | null;
  onChange: (body: JSONContent, isEmpty: boolean) => void;
  /** Ctrl Enter. */
  onSend?: () => void;
  /** Escape in the text. */
  onLeave?: () => void;
  findPeople?: FindPeople;
  isBusy?: boolean;
  handle?: Ref<EditorHandle>;
};

const pictures = 'image/png,image/jpeg,image/webp,image/gif,image/avif';

/** The editor of rich text. It is heavy: screens load it by `LazyRichTextEditor`. */
export function RichTextEditor({
  label,
  initial,
  placeholder,
  error,
  onChange,
  onSend,
  onLeave,
  findPeople,
  isBusy = false,
  handle,
}: RichTextEditorProps) {
  const { t } = useTranslation('content');
  const [panel, setPanel] = useState<'link' | File | null>(null);
  const fileField = useRef<HTMLInputElement>(null);
  const [mentions] = useState(() => new MentionList());
  const latest = useRef({ onChange, onSend, onLeave });
  useEffect(() => {
    latest.current = { onChange, onSend, onLeave };
    mentions.ask(findPeople);
  });

  const editor = useEditor({
    extensions: richTextExtensions({ placeholder: placeholder ?? '', ...(findPeople && { mentions }) }),
    content: initial ?? null,
    // The page forbids styles that scripts write; ours are in editor.css.
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, dir: 'auto' },
      handleKeyDown: (_view, event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          latest.current.onSend?.();
          return true;
        }
        if (event.key === 'Escape' && latest.current.onLeave) {
          latest.current.onLeave();
          return true;
        }
        return false;
      },
      handlePaste: (_view, event) => takePicture(event.clipboardData?.files),
      handleDrop: (_view, event) => takePicture(event.dataTransfer?.files),
    },
    onUpdate: ({ editor: now }) => latest.current.onChange(now.getJSON(), now.isEmpty),
  });

  const takePicture = (files: FileList | null | undefined): boolean => {
    const file = [...(files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (file) setPanel(file);
    return !!file;
  };

  useEffect(() => {
    editor.setEditable(!isBusy, false);
  }, [editor, isBusy]);
  useImperativeHandle(handle, () => ({
    focus: () => void editor.commands.focus('end'),
    clear: () => void editor.commands.clearContent(true),
    set: (body) => void editor.commands.setContent(body, { emitUpdate: true }),
  }));

  const closePanel = () => {
    setPanel(null);
    editor.commands.focus();
  };
  return (
    <div>
      <div className={`editor ${error ? 'wrong' : ''}`}>
        <EditorContent editor={editor} />
      </div>
      {error && (
        <p className="small" role="alert" style={{ color: 'var(--tl-trouble)' }}>
          {error}
        </p>
      )}
      <EditorToolbar
        editor={editor}
        onLink={() => setPanel('link')}
        onPicture={() => fileField.current?.click()}
        withMentions={!!findPeople}
      />
      <input
        ref={fileField}
        type="file"
        accept={pictures}
        hidden
        aria-label={t('tools.picture')}
        onChange={({ currentTarget }) => {
          takePicture(currentTarget.files);
          currentTarget.value = '';
        }}
      />
      {panel === 'link' && <LinkPanel editor={editor} onDone={closePanel} />}
      {panel instanceof File && <PicturePanel editor={editor} file={panel} onDone={closePanel} />}
      {findPeople && <Mentions list={mentions} />}
    </div>
  );
}
