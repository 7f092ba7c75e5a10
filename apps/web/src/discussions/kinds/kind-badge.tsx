import { IconAlertTriangle, IconHelpCircle, IconMessages, IconNotes, IconSpeakerphone, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ThreadKind } from '../../gql/discussions/graphql.js';
import './kinds.css';

/** All kinds, in the order in which one chooses. */
export const threadKinds: ThreadKind[] = ['DISCUSSION', 'QUESTION', 'CASE_CLINIC', 'EXPERIENCE', 'SIGNAL', 'ANNOUNCEMENT'];

/** Whether an address names a kind. */
export const isKind = (kind: string | undefined): kind is ThreadKind => (threadKinds as (string | undefined)[]).includes(kind);

const icons = {
  DISCUSSION: IconMessages,
  QUESTION: IconHelpCircle,
  CASE_CLINIC: IconUsersGroup,
  EXPERIENCE: IconNotes,
  SIGNAL: IconAlertTriangle,
  ANNOUNCEMENT: IconSpeakerphone,
};

/** What a conversation is for, in a word; of a plain discussion nothing. */
export function KindBadge({ kind, isAnswered }: { kind: ThreadKind; isAnswered?: boolean }) {
  const { t } = useTranslation('kinds');
  if (kind === 'DISCUSSION') return null;
  const Icon = icons[kind];
  return (
    <span className="kindbadge">
      <Icon size={15} aria-hidden />
      {t(`name.${kind}`)}
      {kind === 'QUESTION' && isAnswered !== undefined && <> · {isAnswered ? t('answered') : t('openQuestion')}</>}
    </span>
  );
}
