import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PositionSteps } from '../advocacy/position-steps.js';
import { OpenPositionsDocument, type OpenPositionsQuery } from '../gql/communities/graphql.js';
import type { CommunityHead } from './community-frame.js';

type OpenPosition = OpenPositionsQuery['positions']['nodes'][number];

const isOpen = ({ state }: OpenPosition) => state === 'DRAFTING' || state === 'ENDORSEMENT' || state === 'ADOPTED';

/** What the community is asking for, and how far it has come. */
export function OpenPositions({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('communities');
  const { data } = useQuery(OpenPositionsDocument, { variables: { communityId: community.id } });
  const open = data?.positions.nodes.filter(isOpen) ?? [];
  const mayOpen = community.viewerCan.includes('OPEN_POSITION');
  if (open.length === 0 && !mayOpen) return null;
  return (
    <section aria-labelledby="positions">
      <h2 id="positions">{t('positions.title')}</h2>
      {open.map((position) => (
        <PositionLine key={position.id} position={position} />
      ))}
      {data && open.length === 0 && (
        <div className="stack g3" style={{ marginBlockStart: '.75rem' }}>
          <p className="ink2">{t('positions.none')}</p>
          <div>
            <Button variant="default" component={Link} to="/c/$slug/positions/new" params={{ slug: community.slug } as never}>
              {t('positions.open')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

function PositionLine({ position }: { position: OpenPosition }) {
  const { t } = useTranslation('communities');
  return (
    <div className="rowline positionline stack g2">
      <h3 className="record">
        <Link to="/p/$positionId" params={{ positionId: position.id }} className="quiet">
          <bdi>{position.title}</bdi>
        </Link>
      </h3>
      <p className="small ink2">{t('positions.to', { addressee: position.addressee })}</p>
      <PositionSteps position={position} />
    </div>
  );
}
