import { useTranslation } from 'react-i18next';
import type { OrganisationType, SessionPartsFragment } from '../gql/peer-learning/graphql.js';

/** More squares than this would be a wall; the words are enough then. */
const mostDrawn = 60;

const publicBodies: OrganisationType[] = [
  'PUBLIC_BODY_LOCAL',
  'PUBLIC_BODY_REGIONAL',
  'PUBLIC_BODY_NATIONAL',
  'PUBLIC_SERVICE_PROVIDER',
  'EU_OR_INTERNATIONAL_BODY',
];
const associations: OrganisationType[] = ['NGO', 'MIGRANT_LED', 'NETWORK_OR_UMBRELLA', 'SOCIAL_PARTNER', 'FAITH_BASED'];

const groupOf = (type: OrganisationType | undefined) =>
  !type ? 'others' : publicBodies.includes(type) ? 'public' : associations.includes(type) ? 'associations' : 'others';

/** The seats as squares, by who sits there, and the same in words. Strangers to the community see only how many. */
export function SeatsDrawn({ session }: { session: SessionPartsFragment }) {
  const { t } = useTranslation('peer-learning');
  const { seats, takenSeats, waitingCount, participants } = session;
  const seated = participants.filter(({ state }) => state === 'TAKEN');
  const count = (group: string) => seated.filter(({ organisation }) => groupOf(organisation?.type) === group).length;
  const isKnown = seated.length > 0;
  const [fromPublic, fromAssociations] = isKnown ? [count('public'), count('associations')] : [0, 0];
  const others = Math.max(0, takenSeats - fromPublic - fromAssociations);
  const free = Math.max(0, seats - takenSeats);
  const groups = isKnown
    ? ([
        ['s1', fromPublic, t('seats.public', { count: fromPublic })],
        ['s2', fromAssociations, t('seats.associations', { count: fromAssociations })],
        ['s3', others, t('seats.others', { count: others })],
        ['', free, t('seats.free', { count: free })],
      ] as const)
    : ([
        ['s1', takenSeats, t('seats.taken', { count: takenSeats })],
        ['', free, t('seats.free', { count: free })],
      ] as const);
  const squares = groups.flatMap(([look, number]) => Array.from({ length: number }, () => look));
  return (
    <>
      <h2 className="label" style={{ marginBlockEnd: '0.5rem' }}>
        {t('seats.of', { taken: takenSeats, count: seats })}
      </h2>
      {seats <= mostDrawn && (
        <div className="seats" aria-hidden>
          {squares.map((look, i) => (
            <i key={i} className={look} />
          ))}
        </div>
      )}
      <ul className="plain seatkey">
        {groups
          .filter(([, number]) => number > 0)
          .map(([look, , words]) => (
            <li key={look}>
              <span className={`sk ${look}`} aria-hidden />
              {words}
            </li>
          ))}
      </ul>
      {waitingCount > 0 && (
        <p className="small ink2" style={{ marginBlockStart: '0.5rem' }}>
          {t('standing.waitingCount', { count: waitingCount })}
        </p>
      )}
    </>
  );
}
