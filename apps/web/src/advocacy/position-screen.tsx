import { useQuery } from '@apollo/client/react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Level } from '../design/level.js';
import { Page } from '../design/page.js';
import { Crumb } from '../design/way.js';
import { PositionDocument, type PositionQuery } from '../gql/advocacy/graphql.js';
import { useViewer } from '../shell/viewer.js';
import { DeskState } from '../writing/desk-state.js';
import { useLiveText } from '../writing/use-live-text.js';
import { PositionAside } from './position-aside.js';
import { PositionText } from './position-text.js';
import { PositionVersion } from './position-version.js';
import { PositionSteps } from './position-steps.js';
import { usePositionRoom } from './use-position-room.js';
import './advocacy.css';

/** A position as the screens of its desk know it. */
export type DeskPosition = PositionQuery['position'];

/** The desk at which a position is written together. */
export function PositionScreen() {
  const { t } = useTranslation('advocacy');
  const { positionId } = useParams({ from: '/p/$positionId' });
  const found = useQuery(PositionDocument, { variables: { id: positionId } });
  const viewer = useViewer();
  usePositionRoom(positionId, () => void found.refetch());
  return (
    <Page title={found.data?.position.title ?? t('titles.position')} size="wide">
      <Loaded query={found}>{({ position }) => viewer && <Desk position={position} self={viewer.person} />}</Loaded>
    </Page>
  );
}

function Desk({ position, self }: { position: DeskPosition; self: { id: string; name: string } }) {
  const { t } = useTranslation('advocacy');
  const { version } = useSearch({ from: '/p/$positionId' });
  const { text, state, startAgain } = useLiveText(position.documentId, self.id);
  const { slug } = position.community;
  return (
    <>
      <div className="flex between wrap deskhead">
        <Crumb>
          <Link to="/c/$slug" params={{ slug }}>
            <bdi>{position.community.name}</bdi>
          </Link>
          <Link to="/c/$slug/positions" params={{ slug }}>
            {t('titles.communityPositions')}
          </Link>
          {position.group && (
            <Link to="/c/$slug/groups/$groupId" params={{ slug, groupId: position.group.id }}>
              <bdi>{position.group.name}</bdi>
            </Link>
          )}
        </Crumb>
        <Level level={position.group ? 'group' : 'community'} community={position.community.name} room={position.group?.name} />
        {position.state === 'DRAFTING' && text && <DeskState state={state} self={self} />}
      </div>
      <div className="ed">
        <div>
          <PositionSteps position={position} />
          {version ? (
            <PositionVersion position={position} versionId={version} />
          ) : (
            <PositionText position={position} text={text} state={state} onStartAgain={() => void startAgain()} />
          )}
        </div>
        <PositionAside position={position} />
      </div>
    </>
  );
}
