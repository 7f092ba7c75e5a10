import { Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { EditPositionDocument } from '../gql/advocacy/graphql.js';
import { useOwnZone } from '../shell/own-zone.js';
import { instantOf, localTime } from './days.js';
import { InstantField } from './instant-field.js';
import type { DeskPosition } from './position-screen.js';

const shownFields = ['title', 'addressee', 'purpose', 'deadline'];

/** What a position is called, whom it speaks to, what it is for. */
export function EditPosition({ position, onDone }: { position: DeskPosition; onDone: () => void }) {
  const { t } = useTranslation(['advocacy', 'shell']);
  const zone = useOwnZone();
  const before = {
    title: position.title,
    addressee: position.addressee,
    purpose: position.purpose,
    deadline: localTime(position.deadline, zone),
  };
  const [value, setValue] = useState(before);
  const { write, isWriting, failure } = useWrite(EditPositionDocument);
  const change = (changed: Partial<typeof before>) => setValue((now) => ({ ...now, ...changed }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({
      positionId: position.id,
      title: value.title.trim(),
      addressee: value.addressee.trim(),
      purpose: value.purpose.trim(),
      ...(value.deadline !== before.deadline && { deadline: instantOf(value.deadline, zone) }),
    });
    if (data) onDone();
  };

  return (
    <form className="stack g3" noValidate onSubmit={(event) => void save(event)}>
      <TextInput
        label={t('form.title')}
        dir="auto"
        autoFocus
        value={value.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        error={failure?.fields['title']}
      />
      <TextInput
        label={t('form.addressee')}
        dir="auto"
        value={value.addressee}
        onChange={({ currentTarget }) => change({ addressee: currentTarget.value })}
        error={failure?.fields['addressee']}
      />
      <Textarea
        label={t('form.purpose')}
        dir="auto"
        autosize
        minRows={3}
        value={value.purpose}
        onChange={({ currentTarget }) => change({ purpose: currentTarget.value })}
        error={failure?.fields['purpose']}
      />
      <InstantField
        label={t('form.deadline')}
        value={value.deadline}
        onChange={(deadline) => change({ deadline })}
        error={failure?.fields['deadline']}
      />
      <WriteTrouble failure={failure} shownFields={shownFields} />
      <FormActions go={t('shell:save')} isWriting={isWriting} onCancel={onDone} />
    </form>
  );
}
