import { useQuery } from '@apollo/client/react';
import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../data/use-room.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { Empty } from '../design/states.js';
import { CommunityTabs, Crumb } from '../design/way.js';
import { CommunitySessionsDocument, SessionsOfCommunityDocument, type SessionsOfCommunityQuery } from '../gql/peer-learning/graphql.js';
import { useItemKeys } from './item-keys.js';
import { SessionRow } from './session-row.js';
import './peer-learning.css';
import './sessions.css';

/** The sessions of a community, coming or past. */
export function SessionsScreen() {
  const { t } = useTranslation('peer-learning');
  const { slug } = useParams({ from: '/c/$slug/sessions' });
  const found = useQuery(SessionsOfCommunityDocument, { variables: { slug } });
  return (
    <Page title={t('titles.sessions')}>
      <Loaded query={found} shape="list">
        {({ community }) => <Sessions community={community} />}
      </Loaded>
    </Page>
  );
}

function Sessions({ community }: { community: SessionsOfCommunityQuery['community'] }) {
  const { t } = useTranslation(['peer-learning', 'shell']);
  const { id, slug, name, viewerCan } = community;
  const { time } = useSearch({ from: '/c/$slug/sessions' });
  const navigate = useNavigate({ from: '/c/$slug/sessions' });
  const isPast = time === 'past';
  const sessions = useQuery(CommunitySessionsDocument, { variables: { communityId: id, time: isPast ? 'PAST' : 'COMING', first: 20 } });
  const refetch = () => void sessions.refetch();
  useRoom(`community:${id}`, ({ kind }) => kind === 'session-scheduled' && refetch(), refetch);
  useItemKeys();
  const schedule = viewerCan.includes('SCHEDULE_SESSION') && (
    <Button component={Link} to={`/c/${slug}/sessions/new`} leftSection={<IconCalendarPlus size={18} aria-hidden />}>
      {t('schedule.open')}
    </Button>
  );
  return (
    <>
      <Crumb>
        <Link to="/c/$slug" params={{ slug }}>
          <bdi>{name}</bdi>
        </Link>
      </Crumb>
      <div className="flex between wrap sessionshead">
        <h1>{t('titles.sessions')}</h1>
        {schedule}
      </div>
      <CommunityTabs slug={slug} name={name} counts={community} canEdit={viewerCan.includes('EDIT')} />
      <SegmentedControl
        className="timechoice"
        aria-label={t('list.which')}
        value={isPast ? 'past' : 'coming'}
        onChange={(chosen) => void navigate({ search: chosen === 'past' ? { time: 'past' } : {}, replace: true })}
        data={[
          { value: 'coming', label: t('list.coming') },
          { value: 'past', label: t('list.past') },
        ]}
      />
      <Loaded query={sessions} shape="list">
        {({ sessions: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty title={isPast ? t('list.nonePast') : t('list.noneComing')} action={!isPast && schedule}>
              {!isPast && t('list.noneComingWhy')}
            </Empty>
          ) : (
            <>
              <ul className="plain">
                {nodes.map((session) => (
                  <SessionRow key={session.id} session={session} />
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <Button
                  variant="default"
                  loading={sessions.loading}
                  onClick={() => void sessions.fetchMore({ variables: { after: pageInfo.endCursor } })}
                >
                  {t('shell:more')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}
