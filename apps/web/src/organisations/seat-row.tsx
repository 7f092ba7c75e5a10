import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forget } from '../data/connections.js';
import { useWrite } from '../data/use-write.js';
import { PersonLink } from '../design/person-link.js';
import { InstantText } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import {
  ChangeSeatDocument,
  EndSeatDocument,
  HoldSeatDocument,
  VacateSeatDocument,
  type SeatHistoryFragment,
  type SeatPartsFragment,
} from '../gql/organisations/graphql.js';
import { BeginHandover } from '../handovers/begin-handover.js';
import { useViewer } from '../shell/viewer.js';
import { FillSeat } from './fill-seat.js';

type Seat = SeatPartsFragment & Partial<SeatHistoryFragment>;

/** A seat as a line: who holds it or that nobody does, what it is for, its mandate, and what the viewer may do to it. */
export function SeatRow({
  seat,
  community,
  onGone,
  showsOrganisation,
}: {
  seat: Seat;
  community?: { slug: string; name: string };
  onGone: () => void;
  showsOrganisation?: boolean;
}) {
  const { t } = useTranslation('organisations');
  const hold = useWrite(HoldSeatDocument);
  const vacate = useWrite(VacateSeatDocument);
  const change = useWrite(ChangeSeatDocument);
  const end = useWrite(EndSeatDocument);
  const [isFilling, setFilling] = useState(false);
  const [isHandingOver, setHandingOver] = useState(false);
  const viewer = useViewer();
  const [showsHistory, setShowsHistory] = useState(false);
  const can = (action: SeatPartsFragment['viewerCan'][number]) => seat.viewerCan.includes(action);
  const past = (seat.holdings ?? []).filter(({ until }) => until);
  const hasMenu = can('FILL') || can('VACATE') || can('CHANGE') || can('END');
  return (
    <li className="rowline">
      <div className="memberrow">
        {seat.holder ? (
          <PersonFace name={seat.holder.name} pictureUrl={seat.holder.pictureUrl} />
        ) : (
          <span className="who vacantseat" aria-hidden />
        )}
        <div className="grow small">
          {seat.holder ? (
            <PersonLink person={seat.holder} strong />
          ) : (
            <span className="ink2">{t(seat.isVacant ? 'seats.vacant' : 'seats.held')}</span>
          )}
          <div className="ink2">
            {[
              showsOrganisation && <bdi key="organisation">{seat.organisation.name}</bdi>,
              community && (
                <Link key="community" to="/c/$slug" params={{ slug: community.slug }}>
                  <bdi>{community.name}</bdi>
                </Link>
              ),
              seat.purpose && (
                <span key="purpose" dir="auto">
                  {seat.purpose}
                </span>
              ),
              seat.heldSince && (
                <span key="since">
                  {t('seats.since')} <InstantText at={seat.heldSince} style="day" />
                </span>
              ),
            ]
              .filter(Boolean)
              .flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))}
          </div>
        </div>
        <span className={`small ${seat.hasMandate ? '' : 'ink2'}`}>{t(seat.hasMandate ? 'seats.mandate' : 'seats.noMandate')}</span>
        {can('HOLD') && (
          <Button
            variant={seat.isOfferedToViewer ? 'filled' : 'default'}
            loading={hold.isWriting}
            onClick={() => void hold.write({ seatId: seat.id }).then((done) => done && onGone())}
          >
            {t('seats.take')}
          </Button>
        )}
        {(hasMenu || past.length > 0) && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <button type="button" className="rowmore" aria-label={t('seats.change', { organisation: seat.organisation.name })}>
                <IconDots size={18} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {can('FILL') && <Menu.Item onClick={() => setFilling(true)}>{t('seats.fill')}</Menu.Item>}
              {can('CHANGE') && (
                <Menu.Item onClick={() => void change.write({ seatId: seat.id, hasMandate: !seat.hasMandate })}>
                  {t(seat.hasMandate ? 'seats.takeMandate' : 'seats.giveMandate')}
                </Menu.Item>
              )}
              {can('VACATE') && !seat.isVacant && <Menu.Item onClick={() => setHandingOver(true)}>{t('seats.handOver')}</Menu.Item>}
              {can('VACATE') && (
                <Menu.Item onClick={() => void vacate.write({ seatId: seat.id }).then((done) => done && onGone())}>
                  {t('seats.vacate')}
                </Menu.Item>
              )}
              {past.length > 0 && <Menu.Item onClick={() => setShowsHistory(!showsHistory)}>{t('seats.history')}</Menu.Item>}
              {can('END') && (
                <Menu.Item
                  onClick={() =>
                    void end
                      .write({ seatId: seat.id }, { update: (cache) => forget(cache, 'CommunitySeat', seat.id) })
                      .then((done) => done && onGone())
                  }
                >
                  {t('seats.end')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {showsHistory && (
        <ol className="plain tiny ink2 seathistory">
          {past.map(({ person, since, until }) => (
            <li key={since}>
              <bdi>{person?.name ?? t('seats.formerPerson')}</bdi>: <InstantText at={since} style="day" /> –{' '}
              {until && <InstantText at={until} style="day" />}
            </li>
          ))}
        </ol>
      )}
      {isHandingOver && (
        <BeginHandover
          communityId={seat.community.id}
          seatId={seat.id}
          mayLeave={seat.holder?.id === viewer?.person.id}
          onDone={() => setHandingOver(false)}
        />
      )}
      {isFilling && <FillSeat seat={seat} onDone={() => setFilling(false)} />}
      <WriteTrouble failure={hold.failure ?? vacate.failure ?? change.failure ?? end.failure} />
    </li>
  );
}
