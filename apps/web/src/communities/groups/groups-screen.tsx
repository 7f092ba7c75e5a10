import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../data/use-room.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/states.js';
import { GroupsOfCommunityDocument } from '../../gql/communities/graphql.js';
import { useViewer } from '../../shell/viewer.js';
import { CommunityFrame, type CommunityHead } from '../community-frame.js';
import { GroupRow } from './group-row.js';
import '../communities.css';
import './groups.css';

/** The groups of a community that one may know of. */
export function GroupsScreen() {
  const { t } = useTranslation('groups');
  const { slug } = useParams({ from: '/c/$slug/groups' });
  return (
    <CommunityFrame slug={slug} title={t('title')}>
      {(community) => <GroupList community={community} />}
    </CommunityFrame>
  );
}

function GroupList({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('groups');
  const viewer = useViewer();
  const { slug, viewerMembership, viewerCan } = community;
  const found = useQuery(GroupsOfCommunityDocument, { variables: { slug }, skip: !viewerMembership, fetchPolicy: 'cache-and-network' });
  const refetch = () => void found.refetch().catch(() => undefined);
  useRoom(viewerMembership && `community:${community.id}`, ({ kind }) => kind === 'groups-changed' && refetch(), refetch);
  useRoom(viewer && `person:${viewer.person.id}`, ({ kind }) => kind === 'group-membership-changed' && refetch(), refetch);
  const foundOne = viewerCan.includes('FOUND_GROUP') && (
    <Button component={Link} to={`/c/${slug}/groups/new`} leftSection={<IconPlus size={17} aria-hidden />}>
      {t('found.open')}
    </Button>
  );
  if (!viewerMembership) return <Empty title={t('list.membersOnly')}>{t('list.membersOnlyWhy')}</Empty>;
  return (
    <section aria-labelledby="groups">
      <div className="flex between wrap">
        <div className="stack g1">
          <h2 id="groups">{t('title')}</h2>
          <p className="ink2 measure">{t('list.intro')}</p>
        </div>
        {foundOne}
      </div>
      <Loaded query={found} shape="list">
        {({ community: { groups } }) =>
          groups.length === 0 ? (
            <div style={{ marginBlockStart: '1.5rem' }}>
              <Empty title={t('list.none')} action={foundOne}>
                {t(foundOne ? 'list.noneFound' : 'list.noneAsk')}
              </Empty>
            </div>
          ) : (
            <ul className="plain grouplist">
              {groups.map((group) => (
                <GroupRow key={group.id} group={group} slug={slug} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
