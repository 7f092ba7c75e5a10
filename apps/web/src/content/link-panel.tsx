import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const withProtocol = (address: string) =>
  /^(https?:\/\/|mailto:)/i.test(address)
    ? address
    : address.includes('@') && !address.includes('/')
      ? `mailto:${address}`
      : `https://${address}`;

const isAddress = (address: string) => {
  try {
    return ['https:', 'http:', 'mailto:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
};

/** Where the chosen words lead: asked in the page, under the text. */
export function LinkPanel({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation(['content', 'shell']);
  const before = String(editor.getAttributes('link')['href'] ?? '');
  const [address, setAddress] = useState(before);
  const [isWrong, setWrong] = useState(false);
  const set = () => {
    const href = withProtocol(address.trim());
    if (!address.trim() || !isAddress(href)) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !before)
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onDone();
  };
  return (
    <div className="editorpanel stack g3">
      <TextInput
        label={t('link.address')}
        type="url"
        inputMode="url"
        dir="ltr"
        data-autofocus
        autoFocus
        value={address}
        onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          set();
        }}
        error={isWrong && t('link.wrong')}
      />
      <div className="flex wrap">
        <Button onClick={set}>{t('link.set')}</Button>
        {before && (
          <Button
            variant="default"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run();
              onDone();
            }}
          >
            {t('link.remove')}
          </Button>
        )}
        <Button variant="subtle" onClick={onDone}>
          {t('shell:cancel')}
        </Button>
      </div>
    </div>
  );
}
