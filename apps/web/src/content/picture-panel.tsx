import { TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../data/failures.js';
import { upload } from '../data/upload.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';

/** A picture goes into the text together with words for those who do not see it. */
export function PicturePanel({ editor, file, onDone }: { editor: Editor; file: File; onDone: () => void }) {
  const { t } = useTranslation('content');
  const [alt, setAlt] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const preview = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(preview), [preview]);

  const insert = async () => {
    if (!alt.trim()) return setAsking(true);
    setSending(true);
    setFailure(null);
    const sent = await upload(file, 'content');
    setSending(false);
    if ('failure' in sent) return setFailure(sent.failure);
    editor.chain().focus().setImage({ src: sent.file.url, alt: alt.trim() }).run();
    onDone();
  };

  return (
    <div className="editorpanel stack g3">
      <img src={preview} alt="" />
      <TextInput
        label={t('picture.alt')}
        description={t('picture.why')}
        autoFocus
        dir="auto"
        maxLength={500}
        value={alt}
        onChange={({ currentTarget }) => setAlt(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void insert();
        }}
        error={isAsking && !alt.trim() && t('picture.missing')}
      />
      <WriteTrouble failure={failure} />
      <FormActions go={t('picture.insert')} onGo={() => void insert()} isWriting={isSending} onCancel={onDone} />
    </div>
  );
}
