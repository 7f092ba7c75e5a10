import { useTranslation } from 'react-i18next';
import { PersonLink } from '../design/person-link.js';
import { PersonFace } from '../design/who.js';
import type { SessionPartsFragment } from '../gql/peer-learning/graphql.js';

type Seat = SessionPartsFragment['participants'][number];

/** Who comes and who waits, each with the organisation they come for. */
export function Participants({ session }: { session: SessionPartsFragment }) {
  const { t } = useTranslation('peer-learning');
  const { participants, viewerCan, isPast } = session;
  if (!viewerCan.includes('SEE_PARTICIPANTS'))
    return session.takenSeats > 0 ? <p className="ink2">{t('participants.membersOnly')}</p> : null;
  const coming = participants.filter(({ state }) => state === 'TAKEN');
  const waiting = participants.filter(({ state }) => state === 'WAITING');
  return (
    <section>
      <h2>{isPast || session.state === 'CANCELLED' ? t('participants.came') : t('participants.coming')}</h2>
      {coming.length === 0 ? <p className="ink2">{t('participants.none')}</p> : <Seats seats={coming} />}
      {waiting.length > 0 && (
        <>
          <h3 style={{ marginBlockStart: '1.5rem' }}>{t('participants.waiting')}</h3>
          <Seats seats={waiting} isOrdered />
        </>
      )}
    </section>
  );
}

function Seats({ seats, isOrdered }: { seats: Seat[]; isOrdered?: boolean }) {
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <List className="plain participants">
      {seats.map(({ id, person, organisation }) => (
        <li key={id}>
          <PersonFace name={person.name} pictureUrl={person.pictureUrl} />
          <span className="grow">
            <PersonLink person={person} />
            {(organisation?.name ?? person.headline) && (
              <span className="small ink2" style={{ display: 'block' }}>
                <bdi>{organisation?.name ?? person.headline}</bdi>
              </span>
            )}
          </span>
        </li>
      ))}
    </List>
  );
}
