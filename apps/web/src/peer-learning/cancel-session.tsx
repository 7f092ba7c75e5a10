import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { CancelSessionDocument, type SessionPartsFragment } from '../gql/peer-learning/graphql.js';
import { useFormKeys } from './form-keys.js';

/** Calling a session off for good: with a reason, which everyone with a seat reads. */
export function CancelSession({ session, onDone }: { session: SessionPartsFragment; onDone: () => void }) {
  const { t } = useTranslation('peer-learning');
  const [reason, setReason] = useState('');
  const form = useFormKeys({ onLeave: onDone });
  const { write, isWriting, failure } = useWrite(CancelSessionDocument);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const callOff = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ sessionId: session.id, reason: reason.trim() })) onDone();
  };
  return (
    <form ref={form} className="sessionform well" noValidate onSubmit={(event) => void callOff(event)}>
      <h2>{t('cancel.title')}</h2>
      <p className="small">{t('cancel.why', { count: session.takenSeats + session.waitingCount })}</p>
      <Textarea
        ref={field}
        label={t('cancel.reason')}
        dir="auto"
        autosize
        minRows={2}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={failure?.fields['reason']}
      />
      <WriteTrouble failure={failure} shownFields={['reason']} />
      <FormActions
        go={t('cancel.save')}
        isWriting={isWriting}
        disabled={reason.trim().length < 3}
        cancel={t('cancel.keep')}
        onCancel={onDone}
      />
    </form>
  );
}
