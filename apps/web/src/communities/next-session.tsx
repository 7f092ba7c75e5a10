import { useQuery } from '@apollo/client/react';
import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateTile, InstantText } from '../design/small.js';
import { NextSessionDocument } from '../gql/communities/graphql.js';
import { useViewer } from '../shell/viewer.js';
import type { CommunityHead } from './community-frame.js';

/** When the community meets next, in the reader's zone. */
export function NextSession({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('communities');
  const viewer = useViewer();
  const { data } = useQuery(NextSessionDocument, { variables: { communityId: community.id } });
  const session = data?.sessions.nodes.find(({ state }) => state === 'SCHEDULED');
  if (!data) return null;
  const zone = viewer?.person.timeZone;
  return (
    <section className="stack g3">
      <h2 className="label">{t('session.next')}</h2>
      {session ? (
        <div className="flex top" style={{ gap: '1rem' }}>
          <DateTile at={session.startsAt} {...(zone && { timeZone: zone })} />
          <div className="small stack g1">
            <Link to="/s/$sessionId" params={{ sessionId: session.id }} className="quiet">
              <b>
                <bdi>{session.title}</bdi>
              </b>
            </Link>
            <span className="ink2">
              <InstantText at={session.startsAt} style="weekdayAndTime" {...(zone && { timeZone: zone })} />
              {session.place && (
                <>
                  {' · '}
                  <bdi>{session.place}</bdi>
                </>
              )}
            </span>
            <span className="flex">
              <IconUsers size={16} aria-hidden />
              {t('session.seats', { taken: session.takenSeats, seats: session.seats, count: session.seats })}
            </span>
            {session.viewerSeat?.state === 'TAKEN' && <span>{t('session.own')}</span>}
          </div>
        </div>
      ) : (
        <p className="small ink2">
          {t('session.none')}{' '}
          <Link to="/c/$slug/sessions" params={{ slug: community.slug }}>
            {t('session.see')}
          </Link>
        </p>
      )}
    </section>
  );
}
