import { Button, Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { DeleteAccountDocument, type PrivacyQuery } from '../gql/privacy/graphql.js';
import { changeViewer } from '../shell/viewer.js';
import { ProveIt } from './prove-it.js';

/** The way out: what becomes of my words, and fourteen days to come back. */
export function DeletionSection({ viewer }: { viewer: NonNullable<PrivacyQuery['viewer']> }) {
  const { t } = useTranslation('privacy');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const { write, isWriting, failure, clear } = useWrite(DeleteAccountDocument, { keyed: false });
  const leave = async () => {
    const data = await write({ keepContributions: words === 'keep' });
    if (!data) return;
    await changeViewer();
    await navigate({ to: '/keep-account', search: { leaving: data.deleteAccount.leavingAt } });
  };
  return (
    <section aria-labelledby="privacy-delete" className="stack g4">
      <h2 id="privacy-delete">{t('delete.title')}</h2>
      <p className="ink2">{t('delete.intro')}</p>
      {!isOpen ? (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('delete.open')}
          </Button>
        </div>
      ) : (
        <>
          <Radio.Group label={t('delete.words')} value={words} onChange={setWords}>
            <div className="stack g2">
              <Radio value="keep" label={t('delete.keep')} description={t('delete.keepWhy')} />
              <Radio value="remove" label={t('delete.remove')} description={t('delete.removeWhy')} />
            </div>
          </Radio.Group>
          <p className="small">{t('delete.goes')}</p>
          <p className="small">{t('delete.unattributed')}</p>
          {failure?.code === 'FRESH_SIGN_IN_NEEDED' ? (
            <ProveIt
              account={viewer}
              onProved={() => {
                clear();
                void leave();
              }}
            />
          ) : (
            <>
              <WriteTrouble failure={failure} />
              <FormActions
                go={t('delete.now')}
                onGo={() => void leave()}
                isWriting={isWriting}
                disabled={!words}
                onCancel={() => setOpen(false)}
              />
            </>
          )}
        </>
      )}
    </section>
  );
}
