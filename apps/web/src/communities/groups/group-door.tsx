import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { FormActions } from '../../design/form-actions.js';
import { WriteTrouble } from '../../design/states.js';
import { JoinGroupDocument, type GroupLineFragment } from '../../gql/communities/graphql.js';

/** The way into a group: at once, by asking its keepers, or by waiting for one of them. */
export function GroupDoor({ group }: { group: GroupLineFragment }) {
  const { t } = useTranslation('groups');
  const { write, isWriting, failure } = useWrite(JoinGroupDocument);
  const [message, setMessage] = useState<string | null>(null);
  if (group.viewerRequest) return <span className="small ink2 nowrap">{t('door.asked')}</span>;
  const asks = group.viewerCan.includes('REQUEST_TO_JOIN');
  if (!asks && !group.viewerCan.includes('JOIN')) return null;
  const join = async () => {
    const data = await write({ groupId: group.id, ...(message?.trim() && { message: message.trim() }) });
    if (data) setMessage(null);
  };
  if (asks && message !== null)
    return (
      <div className="stack g2 asking">
        <Textarea
          label={t('door.message')}
          description={t('door.messageWhy')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={2000}
          value={message}
          onChange={({ currentTarget }) => setMessage(currentTarget.value)}
          error={failure?.fields['message']}
          data-autofocus
        />
        <FormActions go={t('door.send')} onGo={() => void join()} isWriting={isWriting} onCancel={() => setMessage(null)} />
        <WriteTrouble failure={failure} shownFields={['message']} />
      </div>
    );
  return (
    <div className="stack g1">
      <Button
        variant="default"
        loading={isWriting}
        onClick={() => (asks ? setMessage('') : void join())}
        aria-label={t(asks ? 'door.askOf' : 'door.joinOf', { name: group.name })}
      >
        {t(asks ? 'door.ask' : 'door.join')}
      </Button>
      <WriteTrouble failure={failure} />
    </div>
  );
}
