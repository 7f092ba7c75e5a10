import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { EditThreadDocument, type ThreadPartsFragment } from '../gql/discussions/graphql.js';

/** The title, open for a better one, where it stands. */
export function RenameThread({ thread, onDone }: { thread: ThreadPartsFragment; onDone: () => void }) {
  const { t } = useTranslation(['discussions', 'shell']);
  const [title, setTitle] = useState(thread.title);
  const { write, isWriting, failure } = useWrite(EditThreadDocument);
  const field = useRef<HTMLInputElement>(null);
  // The menu that opened this gives the focus back to its button first.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.select(), 50);
    return () => clearTimeout(timer);
  }, []);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === thread.title) return onDone();
    if (await write({ threadId: thread.id, title })) onDone();
  };
  return (
    <form className="grow stack g3" onSubmit={(event) => void save(event)}>
      <TextInput
        ref={field}
        label={t('thread.newTitle')}
        value={title}
        maxLength={200}
        dir="auto"
        error={failure?.fields['title']}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Escape' && onDone()}
      />
      <WriteTrouble failure={failure} shownFields={['title']} />
      <FormActions go={t('shell:save')} isWriting={isWriting} onCancel={onDone} />
    </form>
  );
}
