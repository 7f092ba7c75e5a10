import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Checkbox } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import { AcceptInvitationDocument, InvitationOfferDocument, type InvitationOfferQuery } from '../gql/communities/graphql.js';
import { ViewerDocument } from '../gql/shell/graphql.js';
import { useViewer } from '../shell/viewer.js';
import { SupportLines } from './support/support-lines.js';
import './communities.css';

/** What an invitation offers, before one accepts it. */
export function InvitationScreen() {
  const { t } = useTranslation('communities');
  const { token } = useParams({ from: '/invitations/$token' });
  const found = useQuery(InvitationOfferDocument, { variables: { token }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <Page title={t('titles.invitation')} size="narrow">
      <Loaded query={found}>{({ invitationOffer }) => <Offer offer={invitationOffer} token={token} />}</Loaded>
    </Page>
  );
}

function Offer({ offer, token }: { offer: InvitationOfferQuery['invitationOffer']; token: string }) {
  const { t } = useTranslation('communities');
  const viewer = useViewer();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { write, isWriting, failure } = useWrite(AcceptInvitationDocument, { keyed: false });
  const organisation = viewer?.person.organisation;
  const [speaksFor, setSpeaksFor] = useState(true);
  const { community, invitedBy, role } = offer;
  const accept = async () => {
    const data = await write({ token, ...(organisation && speaksFor && { organisationId: organisation.id }) });
    if (!data) return;
    await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    await navigate({ to: '/c/$slug', params: { slug: data.acceptInvitation.community.slug } });
  };
  return (
    <div className="stack g6">
      <div className="flex">
        <PersonFace name={invitedBy.name} pictureUrl={invitedBy.pictureUrl} />
        <p>{t('offer.from', { name: invitedBy.name })}</p>
      </div>
      <h1 className="record">
        <bdi>{community.name}</bdi>
      </h1>
      <p className="measure" dir="auto">
        {community.summary}
      </p>
      <p className="small ink2">
        {t('offer.as', { role: t(`role.${role}`) })} {t('contact.members', { count: community.memberCount })}
      </p>
      <SupportLines support={community.support} />
      {community.viewerMembership ? (
        <p>
          {t('offer.already')}{' '}
          <Link to="/c/$slug" params={{ slug: community.slug }}>
            {t('offer.go')}
          </Link>
        </p>
      ) : viewer ? (
        <div className="stack g4">
          {organisation && (
            <Checkbox
              label={t('join.speaksFor', { organisation: organisation.name })}
              description={t('join.speaksForWhy')}
              checked={speaksFor}
              onChange={({ currentTarget }) => setSpeaksFor(currentTarget.checked)}
            />
          )}
          <WriteTrouble failure={failure} />
          <div className="flex wrap">
            <Button onClick={() => void accept()} loading={isWriting}>
              {t('offer.accept')}
            </Button>
            <Button component={Link} to="/c/$slug" params={{ slug: community.slug } as never} variant="default">
              {t('offer.look')}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button component={Link} to="/sign-in" search={{ returnTo: `/invitations/${token}` } as never}>
            {t('offer.signIn')}
          </Button>
        </div>
      )}
    </div>
  );
}
