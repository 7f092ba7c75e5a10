import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { ReopenDraftingDocument } from '../gql/advocacy/graphql.js';

/** Takes a text back from the organisations, to be written on. */
export function ReopenDrafting({ positionId }: { positionId: string }) {
  const { t } = useTranslation('advocacy');
  const navigate = useNavigate();
  const { write, isWriting, failure } = useWrite(ReopenDraftingDocument);
  const reopen = async () => {
    if (!(await write({ positionId }))) return;
    notifications.show({ message: t('reopen.done'), autoClose: 5000 });
    await navigate({ to: '/p/$positionId', params: { positionId } });
  };
  return (
    <div className="stack g2">
      <div>
        <Button variant="default" loading={isWriting} onClick={() => void reopen()}>
          {t('reopen.open')}
        </Button>
      </div>
      <p className="tiny ink2">{t('reopen.what')}</p>
      <WriteTrouble failure={failure} />
    </div>
  );
}
