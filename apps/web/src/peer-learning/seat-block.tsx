import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArmchair, IconClockHour4 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { showUndo } from '../design/undo.js';
import { GiveUpSeatDocument, TakeSeatDocument, type SessionPartsFragment } from '../gql/peer-learning/graphql.js';
import { useViewer } from '../shell/viewer.js';

/** My own seat: take one, wait for one, give it up. */
export function SeatBlock({ session }: { session: SessionPartsFragment }) {
  const { t } = useTranslation(['peer-learning', 'shell']);
  const viewer = useViewer();
  const take = useWrite(TakeSeatDocument);
  const giveUp = useWrite(GiveUpSeatDocument);
  const { id, viewerSeat, viewerCan, seats, takenSeats, isPast, state, waitingCount } = session;
  if (state === 'CANCELLED') return null;

  const takeOne = async () => {
    const data = await take.write({ sessionId: id });
    const seat = data?.takeSeat.viewerSeat;
    if (seat?.state === 'WAITING') notifications.show({ message: t('seat.nowWaiting', { place: seat.waitingPosition ?? 0 }) });
  };
  const giveItUp = async () => {
    const hadSeat = viewerSeat?.state === 'TAKEN';
    const data = await giveUp.write({ sessionId: id });
    if (data) showUndo({ message: hadSeat ? t('seat.givenUp') : t('seat.left'), undo: t('shell:undo'), onUndo: () => void takeOne() });
  };

  const isFull = takenSeats >= seats;
  return (
    <div className="seat stack g3">
      {viewerSeat ? (
        <h2 className="flex">
          {viewerSeat.state === 'TAKEN' ? <IconArmchair size={20} aria-hidden /> : <IconClockHour4 size={20} aria-hidden />}
          {viewerSeat.state === 'WAITING'
            ? t('standing.waiting', { place: viewerSeat.waitingPosition ?? 0 })
            : isPast
              ? t('standing.wereThere')
              : t('standing.mine')}
        </h2>
      ) : (
        <h2 className="flex">
          <IconArmchair size={20} aria-hidden />
          {isPast ? t('standing.past') : isFull ? t('standing.full') : t('standing.free', { count: seats - takenSeats })}
        </h2>
      )}
      {viewerSeat?.state === 'WAITING' && <p className="small ink2">{t('seat.movesUp')}</p>}
      {!viewerSeat && isFull && !isPast && waitingCount > 0 && (
        <p className="small ink2">{t('standing.waitingCount', { count: waitingCount })}</p>
      )}
      <div className="formactions">
        {viewerCan.includes('TAKE_SEAT') && (
          <Button loading={take.isWriting} onClick={() => void takeOne()}>
            {isFull ? t('seat.wait') : t('seat.take')}
          </Button>
        )}
        {viewerCan.includes('GIVE_UP_SEAT') && (
          <Button variant="default" loading={giveUp.isWriting} onClick={() => void giveItUp()}>
            {viewerSeat?.state === 'WAITING' ? t('seat.leave') : t('seat.giveUp')}
          </Button>
        )}
      </div>
      {!isPast && !viewerSeat && !viewerCan.includes('TAKE_SEAT') && (
        <p className="small ink2">
          {viewer ? (
            <>
              {t('seat.membersOnly')}{' '}
              <Link to="/c/$slug" params={{ slug: session.community.slug }}>
                <bdi>{session.community.name}</bdi>
              </Link>
            </>
          ) : (
            <Link to="/sign-in" search={{ returnTo: `/s/${id}` }}>
              {t('seat.signIn')}
            </Link>
          )}
        </p>
      )}
      <WriteTrouble failure={take.failure ?? giveUp.failure} title={t('seat.notChanged')} />
    </div>
  );
}
