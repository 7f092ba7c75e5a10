import { ActionIcon, Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  IconAt,
  IconBlockquote,
  IconBold,
  IconColumnInsertRight,
  IconColumnRemove,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

function Tool({ name, active, onClick, children }: { name: string; active?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={name}>
      <ActionIcon aria-label={name} aria-pressed={active} onMouseDown={(event) => event.preventDefault()} onClick={onClick} size={36}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** The tools under the text: named icons. What needs words of its own (a link, a picture) opens in the page. */
export function EditorToolbar({
  editor,
  onLink,
  onPicture,
  withMentions,
}: {
  editor: Editor;
  onLink: () => void;
  onPicture: () => void;
  withMentions: boolean;
}) {
  const { t } = useTranslation('content');
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      heading: now.isActive('heading'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      link: now.isActive('link'),
      table: now.isActive('table'),
    }),
  });
  const then = () => editor.chain().focus();
  return (
    <div className="editorbar" role="group" aria-label={t('tools.label')}>
      <Tool name={t('tools.bold')} active={is.bold} onClick={() => then().toggleBold().run()}>
        <IconBold size={18} aria-hidden />
      </Tool>
      <Tool name={t('tools.italic')} active={is.italic} onClick={() => then().toggleItalic().run()}>
        <IconItalic size={18} aria-hidden />
      </Tool>
      <Tool name={t('tools.heading')} active={is.heading} onClick={() => then().toggleHeading({ level: 3 }).run()}>
        <IconHeading size={18} aria-hidden />
      </Tool>
      <Tool name={t('tools.bullets')} active={is.bullets} onClick={() => then().toggleBulletList().run()}>
        <IconList size={18} className="flip" aria-hidden />
      </Tool>
      <Tool name={t('tools.numbers')} active={is.numbers} onClick={() => then().toggleOrderedList().run()}>
        <IconListNumbers size={18} className="flip" aria-hidden />
      </Tool>
      <Tool name={t('tools.quote')} active={is.quote} onClick={() => then().toggleBlockquote().run()}>
        <IconBlockquote size={18} className="flip" aria-hidden />
      </Tool>
      <Tool name={t('tools.link')} active={is.link} onClick={onLink}>
        <IconLink size={18} aria-hidden />
      </Tool>
      {withMentions && (
        <Tool name={t('tools.mention')} onClick={() => then().insertContent('@').run()}>
          <IconAt size={18} aria-hidden />
        </Tool>
      )}
      <Tool name={t('tools.picture')} onClick={onPicture}>
        <IconPhoto size={18} aria-hidden />
      </Tool>
      {is.table ? (
        <>
          <Tool name={t('tools.rowAdd')} onClick={() => then().addRowAfter().run()}>
            <IconRowInsertBottom size={18} aria-hidden />
          </Tool>
          <Tool name={t('tools.columnAdd')} onClick={() => then().addColumnAfter().run()}>
            <IconColumnInsertRight size={18} className="flip" aria-hidden />
          </Tool>
          <Tool name={t('tools.rowRemove')} onClick={() => then().deleteRow().run()}>
            <IconRowRemove size={18} aria-hidden />
          </Tool>
          <Tool name={t('tools.columnRemove')} onClick={() => then().deleteColumn().run()}>
            <IconColumnRemove size={18} aria-hidden />
          </Tool>
          <Tool name={t('tools.tableRemove')} onClick={() => then().deleteTable().run()}>
            <IconTableOff size={18} aria-hidden />
          </Tool>
        </>
      ) : (
        <Tool name={t('tools.table')} onClick={() => then().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run()}>
          <IconTable size={18} aria-hidden />
        </Tool>
      )}
    </div>
  );
}
