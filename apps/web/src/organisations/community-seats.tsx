import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../data/use-room.js';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { OrganisationFace } from '../design/who.js';
import { CommunitySeatsDocument, type CommunitySeatsQuery } from '../gql/organisations/graphql.js';
import { GrantSeats } from './grant-seats.js';
import { Proposal } from './seat-proposal.js';
import { SeatRow } from './seat-row.js';
import '../communities/communities.css';
import './organisations.css';

type Seat = CommunitySeatsQuery['community']['seats']['nodes'][number];

/** The organisations of a community with their seats, the vacant ones, too; coordinators invite others and grant more here. */
export function CommunitySeats({
  community,
}: {
  community: { id: string; slug: string; viewerCan: readonly string[]; viewerMembership?: object | null };
}) {
  const { t } = useTranslation('organisations');
  const found = useQuery(CommunitySeatsDocument, { variables: { slug: community.slug, first: 100 } });
  const again = () => void found.refetch();
  useRoom(community.viewerMembership ? `community:${community.id}` : null, (message) => message.kind === 'seats-changed' && again(), again);
  const [isInviting, setInviting] = useState(false);
  const mayGrant = community.viewerCan.includes('GRANT_SEATS');
  return (
    <Loaded query={found} shape="list">
      {({ community: { seats, seatProposals, allowsIndividuals } }) =>
        seats.nodes.length === 0 && !mayGrant ? null : (
          <section aria-labelledby="seats">
            <div className="flex between wrap base">
              <h2 id="seats">{t('seats.title')}</h2>
              {mayGrant && !isInviting && (
                <Button variant="default" onClick={() => setInviting(true)}>
                  {t('grant.invite')}
                </Button>
              )}
            </div>
            <p className="small ink2 measure">
              {t('seats.why')} {!allowsIndividuals && t('seats.onlyOrganisations')}
            </p>
            {isInviting && <GrantSeats communityId={community.id} onDone={() => (setInviting(false), again())} />}
            {seatProposals.length > 0 && (
              <ul className="plain" aria-label={t('proposals.title')}>
                {seatProposals.map((proposal) => (
                  <Proposal key={proposal.id} proposal={proposal} side="community" onDone={again} />
                ))}
              </ul>
            )}
            {byOrganisation(seats.nodes).map(([organisation, own]) => (
              <OrganisationBlock key={organisation.id} communityId={community.id} seats={own} mayGrant={mayGrant} onChange={again} />
            ))}
            <More query={found} pageInfo={seats.pageInfo} />
          </section>
        )
      }
    </Loaded>
  );
}

function OrganisationBlock({
  communityId,
  seats,
  mayGrant,
  onChange,
}: {
  communityId: string;
  seats: Seat[];
  mayGrant: boolean;
  onChange: () => void;
}) {
  const { t } = useTranslation('organisations');
  const [isGranting, setGranting] = useState(false);
  const { organisation } = seats[0]!;
  return (
    <section className="seatblock" aria-label={organisation.name}>
      <div className="memberrow">
        <OrganisationFace name={organisation.name} />
        <h3 className="grow">
          <Link to="/o/$organisationId" params={{ organisationId: organisation.id }} className="quiet">
            <bdi>{organisation.name}</bdi>
          </Link>{' '}
          <span className="small ink2">{t('seats.count', { count: seats.length })}</span>
        </h3>
        {mayGrant && (
          <button type="button" className="textbutton" onClick={() => setGranting(!isGranting)}>
            {t('grant.more')}
          </button>
        )}
      </div>
      {isGranting && <GrantSeats communityId={communityId} organisation={organisation} onDone={() => (setGranting(false), onChange())} />}
      <ul className="plain">
        {seats.map((seat) => (
          <SeatRow key={seat.id} seat={seat} onGone={onChange} />
        ))}
      </ul>
    </section>
  );
}

function byOrganisation(seats: Seat[]): [Seat['organisation'], Seat[]][] {
  const blocks = new Map<string, [Seat['organisation'], Seat[]]>();
  for (const seat of seats) {
    const block = blocks.get(seat.organisation.id);
    if (block) block[1].push(seat);
    else blocks.set(seat.organisation.id, [seat.organisation, [seat]]);
  }
  return [...blocks.values()];
}
