import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ThreadKind } from '../../gql/discussions/graphql.js';
import './kinds.css';

/** What a new conversation is for. */
export function ChooseKind({ kinds, kind, onChange }: { kinds: ThreadKind[]; kind: ThreadKind; onChange: (kind: ThreadKind) => void }) {
  const { t } = useTranslation('kinds');
  return (
    <Radio.Group label={t('choose')} value={kind} onChange={(value) => onChange(value as ThreadKind)}>
      <div className="choosekind">
        {kinds.map((value) => (
          <Radio key={value} value={value} label={t(`name.${value}`)} description={t(`what.${value}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
