import { Checkbox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { BeginHandoverDocument } from '../gql/handovers/graphql.js';

/** Begins to hand over a seat, or one's own role where no seat is given; then the page of the handover opens. */
export function BeginHandover({
  communityId,
  seatId,
  mayLeave,
  onDone,
}: {
  communityId: string;
  seatId?: string;
  mayLeave: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation('handovers');
  const navigate = useNavigate();
  const { write, isWriting, failure } = useWrite(BeginHandoverDocument);
  const [leaves, setLeaves] = useState(mayLeave);
  const begin = async () => {
    const data = await write({ communityId, leaves, ...(seatId && { seatId }) });
    if (data) void navigate({ to: '/handovers/$handoverId', params: { handoverId: data.beginHandover.id } });
  };
  return (
    <div className="well stack g3" role="group" aria-label={t('begin')}>
      <p className="small">{t('beginWhy')}</p>
      {mayLeave && <Checkbox label={t('andLeave')} checked={leaves} onChange={({ currentTarget }) => setLeaves(currentTarget.checked)} />}
      <WriteTrouble failure={failure} />
      <FormActions go={t('begin')} onGo={() => void begin()} isWriting={isWriting} onCancel={onDone} />
    </div>
  );
}
