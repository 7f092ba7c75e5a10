import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { MySeatsDocument } from '../gql/organisations/graphql.js';
import { SeatRow } from './seat-row.js';
import '../communities/communities.css';
import './organisations.css';

/** The seats one holds for organisations, and those one may take; nothing where there are none. */
export function MySeats() {
  const { t } = useTranslation('organisations');
  const found = useQuery(MySeatsDocument);
  const seats = found.data?.viewer?.seats ?? [];
  if (seats.length === 0) return null;
  return (
    <section aria-labelledby="myseats" className="myseats">
      <h2 id="myseats">{t('seats.mine')}</h2>
      <p className="small ink2">{t('seats.mineWhy')}</p>
      <ul className="plain">
        {seats.map((seat) => (
          <SeatRow key={seat.id} seat={seat} community={seat.community} showsOrganisation onGone={() => void found.refetch()} />
        ))}
      </ul>
    </section>
  );
}
