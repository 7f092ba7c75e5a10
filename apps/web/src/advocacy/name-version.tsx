import { Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useApolloClient } from '@apollo/client/react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { NameVersionDocument, PositionDocument } from '../gql/advocacy/graphql.js';

/** Gives the present text a name, so that it can be found and cited; writing goes on. */
export function NameVersion({ positionId, onDone }: { positionId: string; onDone: () => void }) {
  const { t } = useTranslation(['advocacy', 'shell']);
  const client = useApolloClient();
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { write, isWriting, failure } = useWrite(NameVersionDocument);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(!name.trim());
    if (!name.trim()) return;
    const data = await write({ positionId, name: name.trim() });
    if (!data) return;
    onDone();
    notifications.show({ message: t('versions.named', { name: data.nameVersion.name }), autoClose: 4000 });
    await client.refetchQueries({ include: [PositionDocument] });
  };

  return (
    <Modal opened onClose={onDone} title={t('versions.nameOne')} closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <form className="stack g4" onSubmit={(event) => void save(event)}>
        <TextInput
          label={t('versions.name')}
          description={t('versions.nameWhy')}
          dir="auto"
          data-autofocus
          maxLength={120}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={isMissing ? t('versions.nameMissing') : failure?.fields['name']}
        />
        <WriteTrouble failure={failure} shownFields={['name']} />
        <FormActions go={t('versions.keep')} isWriting={isWriting} onCancel={onDone} />
      </form>
    </Modal>
  );
}
