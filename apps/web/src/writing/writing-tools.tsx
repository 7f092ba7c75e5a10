import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconColumnInsertRight,
  IconColumnRemove,
  IconH2,
  IconH3,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
  type Icon,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';

type ToolProps = { name: string; keys?: string; icon: Icon; flips?: boolean; isOn?: boolean; onUse: () => void };

function Tool({ name, keys, icon: Sign, flips, isOn, onUse }: ToolProps) {
  return (
    <Tooltip label={keys ? `${name} (${keys})` : name}>
      <ActionIcon
        aria-label={name}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
        // The caret stays in the text.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onUse}
        size={36}
      >
        <Sign size={19} className={flips ? 'flip' : ''} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** The tools above the text: named, with a tooltip; those of a table while one is in a table. */
export function WritingTools({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const { t } = useTranslation('writing');
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      h2: now.isActive('heading', { level: 2 }),
      h3: now.isActive('heading', { level: 3 }),
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      list: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      link: now.isActive('link'),
      table: now.isActive('table'),
    }),
  });
  const then = () => editor.chain().focus();
  return (
    <>
      <span className="edtools">
        <Tool name={t('tools.h2')} icon={IconH2} isOn={is.h2} onUse={() => then().toggleHeading({ level: 2 }).run()} />
        <Tool name={t('tools.h3')} icon={IconH3} isOn={is.h3} onUse={() => then().toggleHeading({ level: 3 }).run()} />
        <Tool name={t('tools.bold')} keys="Ctrl B" icon={IconBold} isOn={is.bold} onUse={() => then().toggleBold().run()} />
        <Tool name={t('tools.italic')} keys="Ctrl I" icon={IconItalic} isOn={is.italic} onUse={() => then().toggleItalic().run()} />
        <Tool name={t('tools.list')} icon={IconList} flips isOn={is.list} onUse={() => then().toggleBulletList().run()} />
        <Tool name={t('tools.numbers')} icon={IconListNumbers} flips isOn={is.numbers} onUse={() => then().toggleOrderedList().run()} />
        <Tool name={t('tools.quote')} icon={IconBlockquote} flips isOn={is.quote} onUse={() => then().toggleBlockquote().run()} />
        {!is.table && (
          <Tool
            name={t('tools.table')}
            icon={IconTable}
            onUse={() => then().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run()}
          />
        )}
        <Tool name={t('tools.link')} icon={IconLink} isOn={is.link} onUse={onLink} />
      </span>
      {is.table && (
        <span className="edtools">
          <Tool name={t('tools.rowAdd')} icon={IconRowInsertBottom} onUse={() => then().addRowAfter().run()} />
          <Tool name={t('tools.columnAdd')} icon={IconColumnInsertRight} flips onUse={() => then().addColumnAfter().run()} />
          <Tool name={t('tools.rowRemove')} icon={IconRowRemove} onUse={() => then().deleteRow().run()} />
          <Tool name={t('tools.columnRemove')} icon={IconColumnRemove} onUse={() => then().deleteColumn().run()} />
          <Tool name={t('tools.tableRemove')} icon={IconTableOff} onUse={() => then().deleteTable().run()} />
        </span>
      )}
      <span className="edtools">
        <Tool name={t('tools.undo')} keys="Ctrl Z" icon={IconArrowBackUp} flips onUse={() => then().undoOwn().run()} />
        <Tool name={t('tools.redo')} keys="Ctrl Y" icon={IconArrowForwardUp} flips onUse={() => then().redoOwn().run()} />
      </span>
    </>
  );
}
