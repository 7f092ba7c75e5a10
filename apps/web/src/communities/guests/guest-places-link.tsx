import { useQuery } from '@apollo/client/react';
import { IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { GuestPlacesDocument } from '../../gql/communities/graphql.js';

/** Above the inbox: where one is a guest, or is invited to be one. */
export function GuestPlacesLink() {
  const { t } = useTranslation('guests');
  const places = useQuery(GuestPlacesDocument, { fetchPolicy: 'cache-and-network' }).data?.guestPlaces ?? [];
  const open = places.filter(({ state }) => state === 'INVITED').length;
  if (places.length === 0) return null;
  return (
    <p className="flex small" style={{ gap: '.4rem', marginBlockEnd: '1rem' }}>
      <IconEye size={17} aria-hidden />
      <Link to="/guest">{open > 0 ? t('inbox', { count: open }) : t('link')}</Link>
    </p>
  );
}
