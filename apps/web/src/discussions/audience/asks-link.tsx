import { useQuery } from '@apollo/client/react';
import { IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AudienceAsksDocument } from '../../gql/discussions/graphql.js';

/** Above the inbox: how often one is asked as an author. A voice without a name gets no notice, so this is where it learns of it. */
export function AsksLink() {
  const { t } = useTranslation('confidences');
  const asks = useQuery(AudienceAsksDocument, { fetchPolicy: 'no-cache' }).data?.audienceAsks ?? [];
  const open = asks.filter(({ state }) => state === 'ASKED').length;
  if (asks.length === 0) return null;
  return (
    <p className="flex small" style={{ gap: '.4rem', marginBlockEnd: '1rem' }}>
      <IconUserQuestion size={17} aria-hidden />
      <Link to="/asks">{open > 0 ? t('audience.inbox', { count: open }) : t('audience.title')}</Link>
    </p>
  );
}
