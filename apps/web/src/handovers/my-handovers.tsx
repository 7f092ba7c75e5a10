import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../design/small.js';
import { MyHandoversDocument } from '../gql/handovers/graphql.js';

/** Open handovers that concern me; nothing where there are none. */
export function MyHandovers() {
  const { t } = useTranslation('handovers');
  const found = useQuery(MyHandoversDocument, { fetchPolicy: 'cache-and-network' });
  const handovers = found.data?.viewer?.handovers ?? [];
  if (handovers.length === 0) return null;
  return (
    <section aria-labelledby="myhandovers" className="myseats">
      <h2 id="myhandovers">{t('mine')}</h2>
      <ul className="plain">
        {handovers.map(({ id, role, seat, state, community, begunAt }) => (
          <li key={id} className="rowline small">
            <Link to="/handovers/$handoverId" params={{ handoverId: id }}>
              <b>
                {role
                  ? t(`what.${role as 'COORDINATOR' | 'FACILITATOR'}`)
                  : t('what.seat', { organisation: seat?.organisation.name ?? '' })}
              </b>
            </Link>
            <div className="ink2">
              <bdi>{community.name}</bdi> · {t(`state.${state}`)} · <RelativeTime at={begunAt} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
