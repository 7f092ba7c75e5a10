import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../data/use-room.js';
import { Loaded } from '../../design/loaded.js';
import { More } from '../../design/more.js';
import { InstantText, RelativeTime } from '../../design/small.js';
import { ThreadRow } from '../../discussions/thread-row.js';
import { GroupThingsDocument, type GroupPageFragment } from '../../gql/communities/graphql.js';
import { useOwnZone } from '../../shell/own-zone.js';

/** What goes on in a group: its conversations, its next sessions, what it writes. */
export function GroupThings({ group }: { group: GroupPageFragment }) {
  const { t } = useTranslation('groups');
  const timeZone = useOwnZone();
  const { slug, id: communityId } = group.community;
  const found = useQuery(GroupThingsDocument, { variables: { communityId, groupId: group.id }, fetchPolicy: 'cache-and-network' });
  const refetch = () => void found.refetch().catch(() => undefined);
  useRoom(`group:${group.id}`, ({ kind }) => kind !== 'group-changed' && refetch(), refetch);
  const may = (action: 'START_THREAD' | 'SCHEDULE_SESSION' | 'OPEN_POSITION') => group.viewerCan.includes(action);
  const into = (to: '/c/$slug/discussions/new' | '/c/$slug/sessions/new' | '/c/$slug/positions/new') =>
    ({ to, params: { slug }, search: { group: group.id } }) as object;
  return (
    <Loaded query={found} shape="list">
      {({ threads, sessions, positions }) => (
        <div className="sections">
          <Part
            id="group-talk"
            title={t('things.threads')}
            empty={threads.nodes.length === 0 && t('things.noThreads')}
            action={
              may('START_THREAD') && (
                <Button component={Link} {...into('/c/$slug/discussions/new')} leftSection={<IconPlus size={17} aria-hidden />}>
                  {t('things.start')}
                </Button>
              )
            }
          >
            <ul className="plain">
              {threads.nodes.map((thread) => (
                <ThreadRow key={thread.id} thread={thread} />
              ))}
            </ul>
            <More query={found} pageInfo={threads.pageInfo} />
          </Part>
          <Part
            id="group-sessions"
            title={t('things.sessions')}
            empty={sessions.nodes.length === 0 && t('things.noSessions')}
            action={
              may('SCHEDULE_SESSION') && (
                <Button
                  variant="default"
                  component={Link}
                  {...into('/c/$slug/sessions/new')}
                  leftSection={<IconCalendarPlus size={17} aria-hidden />}
                >
                  {t('things.schedule')}
                </Button>
              )
            }
          >
            <ul className="plain">
              {sessions.nodes.map((session) => (
                <li key={session.id} className="rowline">
                  <Link className="quiet grow" to="/s/$sessionId" params={{ sessionId: session.id }}>
                    <bdi className={session.state === 'CANCELLED' ? 'struck' : undefined}>{session.title}</bdi>
                  </Link>
                  <span className="small ink2">
                    <InstantText at={session.startsAt} timeZone={timeZone} />
                  </span>
                </li>
              ))}
            </ul>
          </Part>
          <Part
            id="group-positions"
            title={t('things.positions')}
            empty={positions.nodes.length === 0 && t('things.noPositions')}
            action={
              may('OPEN_POSITION') && (
                <Button variant="default" component={Link} {...into('/c/$slug/positions/new')}>
                  {t('things.open')}
                </Button>
              )
            }
          >
            <ul className="plain">
              {positions.nodes.map((position) => (
                <li key={position.id} className="rowline">
                  <Link className="quiet grow" to="/p/$positionId" params={{ positionId: position.id }}>
                    <bdi>{position.title}</bdi>
                  </Link>
                  <span className="small ink2">
                    <RelativeTime at={position.updatedAt} />
                  </span>
                </li>
              ))}
            </ul>
          </Part>
        </div>
      )}
    </Loaded>
  );
}

function Part({
  id,
  title,
  empty,
  action,
  children,
}: {
  id: string;
  title: string;
  empty: string | false;
  action: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <div className="flex between wrap">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {empty ? <p className="ink2">{empty}</p> : children}
    </section>
  );
}
