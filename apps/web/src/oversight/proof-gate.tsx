import { useQuery } from '@apollo/client/react';
import { Modal } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProofContext } from '../data/use-call.js';
import { Loaded } from '../design/loaded.js';
import { ProofAccountDocument } from '../gql/oversight/graphql.js';
import { ProveIt } from '../privacy/prove-it.js';

/** What administrators do asks for a fresh sign-in: it is asked for over the page, and what was begun goes on. */
export function ProofGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['oversight', 'privacy', 'shell']);
  const [asked, setAsked] = useState<((isProved: boolean) => void) | null>(null);
  const prove = useCallback(() => new Promise<boolean>((answer) => setAsked(() => answer)), []);
  const end = (isProved: boolean) => {
    asked?.(isProved);
    setAsked(null);
  };
  return (
    <ProofContext value={prove}>
      {children}
      <Modal
        opened={asked !== null}
        onClose={() => end(false)}
        title={t('privacy:prove.title')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        {asked && <Proof onProved={() => end(true)} />}
      </Modal>
    </ProofContext>
  );
}

function Proof({ onProved }: { onProved: () => void }) {
  const { t } = useTranslation('oversight');
  const account = useQuery(ProofAccountDocument);
  return (
    <Loaded query={account} shape="list">
      {({ viewer }) => viewer && <ProveIt account={viewer} onProved={onProved} why={t('admin.proofWhy')} />}
    </Loaded>
  );
}
