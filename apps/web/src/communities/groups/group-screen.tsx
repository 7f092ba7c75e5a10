import { useQuery } from '@apollo/client/react';
import { IconArchive } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../data/use-room.js';
import { Level } from '../../design/level.js';
import { Loaded } from '../../design/loaded.js';
import { Columns, Page } from '../../design/page.js';
import { Empty } from '../../design/states.js';
import { Crumb } from '../../design/way.js';
import { GroupDocument, type GroupPageFragment } from '../../gql/communities/graphql.js';
import type { GroupWay } from './group-fields.js';
import { GroupDoor } from './group-door.js';
import { GroupMembers } from './group-members.js';
import { GroupFacts } from './group-row.js';
import { GroupThings } from './group-things.js';
import { KeepGroup } from './keep-group.js';
import '../communities.css';
import './groups.css';

/** A closed room: what is in it for those in it, and the way in for the others. */
export function GroupScreen() {
  const { t } = useTranslation('groups');
  const { groupId } = useParams({ from: '/c/$slug/groups/$groupId' });
  const found = useQuery(GroupDocument, { variables: { id: groupId }, fetchPolicy: 'cache-and-network' });
  return (
    <Page title={found.data?.group.name ?? t('titleOne')}>
      <Loaded query={found}>
        {({ group }) => <GroupPage group={group} onChanged={() => void found.refetch().catch(() => undefined)} />}
      </Loaded>
    </Page>
  );
}

function GroupPage({ group, onChanged }: { group: GroupPageFragment; onChanged: () => void }) {
  const { t } = useTranslation('groups');
  const { community } = group;
  const isIn = group.viewerRole !== null;
  useRoom(isIn ? `group:${group.id}` : null, ({ kind }) => kind === 'group-changed' && onChanged(), onChanged, onChanged);
  return (
    <Columns aside={isIn ? <GroupMembers group={group} onChanged={onChanged} /> : null}>
      <Crumb>
        <Link to="/c/$slug" params={{ slug: community.slug }}>
          <bdi>{community.name}</bdi>
        </Link>
        <Link to="/c/$slug/groups" params={{ slug: community.slug }}>
          {t('title')}
        </Link>
      </Crumb>
      <header className="stack g2 grouphead">
        <h1>
          <bdi>{group.name}</bdi>
        </h1>
        <p className="ink2 measure" dir="auto">
          {group.purpose}
        </p>
        <div className="flex wrap">
          <Level level="group" room={group.name} community={community.name} />
        </div>
        <GroupFacts group={group} />
        {group.archivedAt && (
          <p className="well small flex">
            <IconArchive size={17} aria-hidden />
            {t('archivedWhy')}
          </p>
        )}
      </header>
      {isIn ? (
        <>
          <GroupThings group={group} />
          <KeepGroup group={group} />
        </>
      ) : (
        <Empty title={t('closed.title')} action={<GroupDoor group={group} />}>
          {t(group.archivedAt ? 'closed.archived' : `closed.${group.joinPolicy as GroupWay}`)}
        </Empty>
      )}
    </Columns>
  );
}
