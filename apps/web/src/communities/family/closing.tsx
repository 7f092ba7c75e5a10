import { useApolloClient } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { showUndo } from '../../design/undo.js';
import { ArchiveCommunityDocument, ReviveCommunityDocument, type FamilyPartsFragment } from '../../gql/communities/graphql.js';

/** Archiving a community, and opening it again: what it means stands beside the button, and it can be undone. */
export function Closing({ family }: { family: FamilyPartsFragment }) {
  const { t } = useTranslation(['family', 'shell']);
  const client = useApolloClient();
  const [note, setNote] = useState('');
  const archive = useWrite(ArchiveCommunityDocument);
  const revive = useWrite(ReviveCommunityDocument);
  const forgetDirectory = () => void client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'communities' });
  const open = () => void revive.write({ communityId: family.id }, { update: forgetDirectory });
  const close = async () => {
    if (!(await archive.write({ communityId: family.id, ...(note && { note }) }, { update: forgetDirectory }))) return;
    showUndo({ message: t('archived.done', { community: family.name }), undo: t('shell:undo'), onUndo: open });
  };
  if (family.viewerCan.includes('REVIVE'))
    return (
      <section aria-labelledby="revive" className="stack g4 narrowform">
        <h2 id="revive">{t('archived.reviveTitle')}</h2>
        <p className="small ink2">{t('archived.reviveWhat')}</p>
        <WriteTrouble failure={revive.failure} />
        <div>
          <Button onClick={open} loading={revive.isWriting}>
            {t('archived.revive')}
          </Button>
        </div>
      </section>
    );
  if (!family.viewerCan.includes('ARCHIVE')) return null;
  const isTask = family.kind === 'TASK_FORCE';
  return (
    <section aria-labelledby="archive" className="stack g4 narrowform">
      <h2 id="archive">{t(isTask ? 'archived.dissolveTitle' : 'archived.archiveTitle')}</h2>
      <p className="small ink2">{t('archived.what')}</p>
      <Textarea
        label={t(isTask ? 'archived.outcome' : 'archived.why')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <WriteTrouble failure={archive.failure} />
      <div>
        <Button variant="default" onClick={() => void close()} loading={archive.isWriting}>
          {t(isTask ? 'archived.dissolve' : 'archived.archive')}
        </Button>
      </div>
    </section>
  );
}
