import { useQuery } from '@apollo/client/react';
import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommunityFrame, type CommunityHead } from '../communities/community-frame.js';
import { useRoom } from '../data/use-room.js';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Empty } from '../design/states.js';
import { CommunitySessionsDocument } from '../gql/peer-learning/graphql.js';
import { useItemKeys } from './item-keys.js';
import { SessionRow } from './session-row.js';
import './peer-learning.css';
import './sessions.css';

/** The sessions of a community, coming or past. */
export function SessionsScreen() {
  const { t } = useTranslation('peer-learning');
  const { slug } = useParams({ from: '/c/$slug/sessions' });
  return (
    <CommunityFrame slug={slug} title={t('titles.sessions')}>
      {(community) => <Sessions community={community} />}
    </CommunityFrame>
  );
}

function Sessions({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('peer-learning');
  const { id, slug, viewerCan } = community;
  const { time } = useSearch({ from: '/c/$slug/sessions' });
  const navigate = useNavigate({ from: '/c/$slug/sessions' });
  const isPast = time === 'past';
  const sessions = useQuery(CommunitySessionsDocument, { variables: { communityId: id, time: isPast ? 'PAST' : 'COMING', first: 20 } });
  const refetch = () => void sessions.refetch();
  useRoom(community.viewerMembership && `community:${id}`, ({ kind }) => kind === 'session-scheduled' && refetch(), refetch);
  useItemKeys();
  const schedule = viewerCan.includes('SCHEDULE_SESSION') && (
    <Button component={Link} to={`/c/${slug}/sessions/new`} leftSection={<IconCalendarPlus size={18} aria-hidden />}>
      {t('schedule.open')}
    </Button>
  );
  return (
    <section aria-labelledby="sessions">
      <div className="flex between wrap">
        <h2 id="sessions">{t('titles.sessions')}</h2>
        {schedule}
      </div>
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
              <More query={sessions} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
