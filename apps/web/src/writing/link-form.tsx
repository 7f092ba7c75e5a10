import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const protocols = ['https:', 'http:', 'mailto:'];

/** A full address, with the protocol that people leave out; null when it is none. */
const addressOf = (typed: string): string | null => {
  const text = typed.trim();
  const full = /^(https?:\/\/|mailto:)/i.test(text) ? text : /^[^\s/@]+@[^\s/@]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
  try {
    return text && protocols.includes(new URL(full).protocol) ? full : null;
  } catch {
    return null;
  }
};

/** Where the chosen words lead: asked under the tools. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation(['writing', 'shell']);
  const [before] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const [typed, setTyped] = useState(before);
  const [isWrong, setWrong] = useState(false);

  const set = () => {
    const href = addressOf(typed);
    if (!href) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !before)
      chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onDone();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onDone();
  };

  return (
    <form
      className="linkform"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <TextInput
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
        className="grow"
        aria-label={t('link.address')}
        placeholder={t('link.address')}
        type="url"
        dir="ltr"
        autoFocus
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        error={isWrong && t('link.wrong')}
      />
      <Button type="submit">{t('link.set')}</Button>
      {before && (
        <Button variant="default" onClick={remove}>
          {t('link.remove')}
        </Button>
      )}
      <Button variant="subtle" onClick={onDone}>
        {t('shell:cancel')}
      </Button>
    </form>
  );
}
