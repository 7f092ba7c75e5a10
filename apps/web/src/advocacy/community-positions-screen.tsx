import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommunityFrame, type CommunityHead } from '../communities/community-frame.js';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Empty } from '../design/states.js';
import { CommunityPositionsDocument } from '../gql/advocacy/graphql.js';
import { useKeys } from '../shell/keys.js';
import { PositionRow } from './position-row.js';
import { step } from './row-keys.js';
import './advocacy.css';

const pageSize = 20;

/** What a community says together, and what it is about to say. */
export function CommunityPositionsScreen() {
  const { t } = useTranslation('advocacy');
  const { slug } = useParams({ from: '/c/$slug/positions' });
  return (
    <CommunityFrame slug={slug} title={t('titles.communityPositions')}>
      {(community) => (
        <>
          <div className="flex between wrap" style={{ marginBlockEnd: '1rem' }}>
            <h2>{t('titles.communityPositions')}</h2>
            {community.viewerCan.includes('OPEN_POSITION') && (
              <Button component={Link} to="/c/$slug/positions/new" params={{ slug } as never}>
                {t('titles.openPosition')}
              </Button>
            )}
          </div>
          <PositionList community={community} />
        </>
      )}
    </CommunityFrame>
  );
}

function PositionList({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('advocacy');
  const mayRead = community.viewerCan.includes('READ_CONTENT');
  const found = useQuery(CommunityPositionsDocument, { variables: { communityId: community.id, first: pageSize }, skip: !mayRead });
  useKeys({ j: () => step(1), k: () => step(-1) });
  if (!mayRead) return <Empty title={t('list.notYours')}>{t('list.notYoursWhy')}</Empty>;
  return (
    <Loaded query={found} shape="list">
      {({ positions: { nodes, pageInfo } }) =>
        nodes.length === 0 ? (
          <Empty title={t('list.empty')}>{t('list.emptyWhy')}</Empty>
        ) : (
          <>
            <ul className="plain positions">
              {nodes.map((position) => (
                <PositionRow key={position.id} position={position} />
              ))}
            </ul>
            <More query={found} pageInfo={pageInfo} />
          </>
        )
      }
    </Loaded>
  );
}
