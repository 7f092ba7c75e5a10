import { useQuery } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { OfferAsContactDocument, WelcomeDocument } from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';

/** Every member may offer to be a contact for newcomers; nobody is made one. */
export function ContactOffer({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('welcome');
  const found = useQuery(WelcomeDocument, { variables: { slug: community.slug } });
  const { write, isWriting, failure } = useWrite(OfferAsContactDocument, { keyed: false });
  const welcome = found.data?.community.welcome;
  if (!welcome) return null;
  return (
    <>
      <Checkbox
        label={t('offer')}
        description={t('offerWhy')}
        checked={welcome.viewerIsContact}
        disabled={isWriting}
        onChange={({ currentTarget }) => void write({ communityId: community.id, isContact: currentTarget.checked })}
      />
      <WriteTrouble failure={failure} />
    </>
  );
}
