import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../data/failures.js';
import { WriteTrouble } from '../../design/states.js';
import { LanguageChoice } from './language-choice.js';
import type { Offered } from './support-lines.js';

/** What a community or a session offers to those who take part. */
export function SupportForm({
  support,
  save,
  isWriting,
  failure,
  onDone,
}: {
  support: Offered | null | undefined;
  save: (offered: { interpreting: string[]; compensation?: string }) => Promise<unknown>;
  isWriting: boolean;
  failure: Failure | null;
  onDone?: () => void;
}) {
  const { t } = useTranslation(['support', 'shell']);
  const [interpreting, setInterpreting] = useState(support?.interpreting ?? []);
  const [compensation, setCompensation] = useState(support?.compensation ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await save({ interpreting, ...(compensation.trim() && { compensation }) }))) return;
    notifications.show({ message: t('shell:saved'), autoClose: 3000 });
    onDone?.();
  };
  return (
    <form className="stack g4" onSubmit={(event) => void submit(event)} noValidate>
      <LanguageChoice
        label={t('form.interpreting')}
        value={interpreting}
        onChange={setInterpreting}
        error={failure?.fields['interpreting']}
      />
      <TextInput
        label={t('form.compensation')}
        description={t('form.compensationWhy')}
        dir="auto"
        maxLength={300}
        value={compensation}
        onChange={({ currentTarget }) => setCompensation(currentTarget.value)}
        error={failure?.fields['compensation']}
      />
      <WriteTrouble failure={failure} shownFields={['interpreting', 'compensation']} />
      <div>
        <Button type="submit" variant="default" loading={isWriting}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}
