import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { FreezePositionDocument } from '../gql/advocacy/graphql.js';
import { useOwnZone } from '../shell/own-zone.js';
import { instantOf } from './days.js';
import { InstantField } from './instant-field.js';
import type { DeskPosition } from './position-screen.js';

/** Ends the writing and puts the text to the organisations. */
export function FreezePosition({ position, onDone }: { position: DeskPosition; onDone: () => void }) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  const navigate = useNavigate();
  const [closesAt, setClosesAt] = useState('');
  const { write, isWriting, failure } = useWrite(FreezePositionDocument);

  const freeze = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ positionId: position.id, closesAt: instantOf(closesAt, zone) });
    if (data) await navigate({ to: '/p/$positionId/endorsement', params: { positionId: position.id } });
  };

  return (
    <form className="band stack g3" noValidate onSubmit={(event) => void freeze(event)}>
      <h3>{t('freeze.title')}</h3>
      <p className="small">{t('freeze.what', { count: position.community.organisationCount })}</p>
      <InstantField
        label={t('freeze.closesAt')}
        why={t('freeze.closesAtWhy')}
        value={closesAt}
        onChange={setClosesAt}
        error={failure?.fields['closesAt']}
      />
      <WriteTrouble failure={failure} shownFields={['closesAt']} />
      <FormActions go={t('freeze.open')} isWriting={isWriting} onCancel={onDone} />
    </form>
  );
}
