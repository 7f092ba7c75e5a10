import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { AskIntroductionDocument } from '../gql/exchange/graphql.js';
import './exchange.css';

/** Asks to get to know somebody: a button, then a few words on why, then where the answer will come. */
export function AskIntroduction({
  name,
  label,
  ...to
}: {
  personId?: string;
  organisationId?: string;
  offerId?: string;
  name: string;
  label?: string;
}) {
  const { t } = useTranslation('exchange');
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [askedId, setAskedId] = useState<string | null>(null);
  const { write, isWriting, failure } = useWrite(AskIntroductionDocument);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ ...to, reason: reason.trim() });
    if (data) setAskedId(data.askIntroduction.id);
  };
  if (askedId)
    return (
      <p role="status" className="small">
        {t('asked', { name })}{' '}
        <Link to="/introductions/$introductionId" params={{ introductionId: askedId }}>
          {t('lookAtIt')}
        </Link>
      </p>
    );
  if (!isOpen)
    return (
      <div>
        <Button variant="default" aria-label={t('askNamed', { name })} onClick={() => setOpen(true)}>
          {label ?? t('ask')}
        </Button>
      </div>
    );
  return (
    <form className="stack g3 askform" onSubmit={(event) => void ask(event)} noValidate>
      <Textarea
        label={t('reason', { name })}
        description={t('reasonWhy')}
        dir="auto"
        autosize
        minRows={3}
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={failure?.fields['reason']}
      />
      <WriteTrouble failure={failure} shownFields={['reason']} />
      <FormActions go={t('sendAsk')} isWriting={isWriting} disabled={reason.trim().length < 20} onCancel={() => setOpen(false)} />
    </form>
  );
}
