import { useQuery } from '@apollo/client/react';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GuestList } from '../communities/guests/guest-list.js';
import { InviteGuest } from '../communities/guests/invite-guest.js';
import { client } from '../data/client.js';
import { useRoom } from '../data/use-room.js';
import type { RoomMessage } from '../data/room-sequence.js';
import { Loaded } from '../design/loaded.js';
import { Columns, Page } from '../design/page.js';
import { Crumb } from '../design/way.js';
import { SessionDocument, type SessionPartsFragment } from '../gql/peer-learning/graphql.js';
import { CancelSession } from './cancel-session.js';
import { ChangeSession } from './change-session.js';
import { OffRecordBlock } from './off-record/off-record-block.js';
import { Participants } from './participants.js';
import { SeatBlock } from './seat-block.js';
import { SeatsDrawn } from './seats-drawn.js';
import { SessionChanges } from './session-changes.js';
import { SessionHead, SessionSteps } from './session-head.js';
import { SessionWhen, SessionWhere } from './session-when.js';
import { SessionSupport } from './session-support.js';
import { SessionNeed } from './session-need.js';
import { useViewer } from '../shell/viewer.js';
import './peer-learning.css';
import './sessions.css';

/** One session: when, why, may I come. */
export function SessionScreen() {
  const { t } = useTranslation('peer-learning');
  const { sessionId } = useParams({ from: '/s/$sessionId' });
  const found = useQuery(SessionDocument, { variables: { id: sessionId } });
  useSessionRoom(sessionId, () => void found.refetch());
  return (
    <Page title={found.data?.session.title ?? t('titles.session')}>
      <Loaded query={found}>{({ session }) => <SessionPage session={session} again={() => void found.refetch()} />}</Loaded>
    </Page>
  );
}

/** Counts are patched at once; who it is and what it means for me is asked for, once for a burst of seats. */
function useSessionRoom(sessionId: string, refetch: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const soon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(refetch, 250 + Math.random() * 500);
  };
  const hear = ({ kind, payload }: RoomMessage) => {
    if (kind === 'seats-changed') {
      const { takenSeats, waitingCount } = payload as { takenSeats: number; waitingCount: number };
      client.cache.modify({
        id: client.cache.identify({ __typename: 'Session', id: sessionId })!,
        fields: { takenSeats: () => takenSeats, waitingCount: () => waitingCount },
      });
    }
    soon();
  };
  useRoom(`session:${sessionId}`, hear, refetch);
}

function SessionPage({ session, again }: { session: SessionPartsFragment; again: () => void }) {
  const { t } = useTranslation('peer-learning');
  const [open, setOpen] = useState<'change' | 'cancel' | 'guest' | null>(null);
  const { community, group, description, calendarUrl, viewerCan } = session;
  const close = () => setOpen(null);
  const { t: guests } = useTranslation('guests');
  const viewer = useViewer();
  const isGuest = session.guests.some(({ person, state }) => state === 'READING' && person?.id === viewer?.person.id);
  // What one must know first stands above the text where the aside would come after it.
  const isStacked = useMediaQuery('(max-width: 63.99em)', false, { getInitialValueInEffect: false });
  const whenAndSeat = (
    <>
      <SessionWhen session={session} />
      <SessionWhere session={session} />
      {isGuest ? <p className="well small">{guests('session.attend')}</p> : <SeatBlock session={session} />}
    </>
  );
  return (
    <Columns
      aside={
        <>
          {!isStacked && <section className="stack g4">{whenAndSeat}</section>}
          <section>
            <SeatsDrawn session={session} />
          </section>
          {session.state === 'SCHEDULED' && (
            <section className="stack g3 small">
              <a href={calendarUrl} download>
                {t('session.addToCalendar')}
              </a>
              {viewerCan.includes('CHANGE') && (
                <button type="button" className="textbutton" style={{ textAlign: 'start' }} onClick={() => setOpen('change')}>
                  {t('change.open')}
                </button>
              )}
              {viewerCan.includes('CANCEL') && (
                <button type="button" className="textbutton" style={{ textAlign: 'start' }} onClick={() => setOpen('cancel')}>
                  {t('cancel.open')}
                </button>
              )}
              {viewerCan.includes('ADMIT_GUEST') && (
                <button type="button" className="textbutton" style={{ textAlign: 'start' }} onClick={() => setOpen('guest')}>
                  {guests('invite.open')}
                </button>
              )}
            </section>
          )}
        </>
      }
    >
      <Crumb>
        <Link to="/c/$slug" params={{ slug: community.slug }}>
          <bdi>{community.name}</bdi>
        </Link>
        <Link to="/c/$slug/sessions" params={{ slug: community.slug }}>
          {t('titles.sessions')}
        </Link>
        {group && (
          <Link to="/c/$slug/groups/$groupId" params={{ slug: community.slug, groupId: group.id }}>
            <bdi>{group.name}</bdi>
          </Link>
        )}
      </Crumb>
      <SessionHead session={session} />
      <div className="sessionbody">
        {isStacked && (
          <section className="phonefirst" aria-label={t('session.whenAndSeat')}>
            {whenAndSeat}
          </section>
        )}
        {session.state === 'SCHEDULED' && <SessionSteps session={session} />}
        {open === 'change' && <ChangeSession session={session} onDone={close} />}
        {open === 'guest' && <InviteGuest subject="SESSION" subjectId={session.id} onInvited={again} onDone={close} />}
        {open === 'cancel' && <CancelSession session={session} onDone={close} />}
        <SessionNeed session={session} />
        {description && (
          <section>
            <h2>{t('session.about')}</h2>
            <p className="prose" dir="auto">
              {description}
            </p>
          </section>
        )}
        <SessionSupport sessionId={session.id} mayChange={viewerCan.includes('CHANGE')} />
        <OffRecordBlock sessionId={session.id} community={community.name} seatState={session.viewerSeat?.state ?? null} />
        <GuestList guests={session.guests} />
        <Participants session={session} />
        <SessionChanges session={session} />
      </div>
    </Columns>
  );
}
