import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CrossBorderDocument } from '../gql/exchange/graphql.js';

/** How many members know somebody in another country; coordinators see whom they could help. */
export function CrossBorder({ slug }: { slug: string }) {
  const { t } = useTranslation('exchange');
  const { data } = useQuery(CrossBorderDocument, { variables: { slug } });
  const contacts = data?.community.crossBorderContacts;
  if (!contacts || contacts.people === 0) return null;
  return (
    <section aria-labelledby="borders" className="stack g1">
      <h3 id="borders">{t('borders')}</h3>
      <p className="small">{t('bordersCount', { count: contacts.withContact, people: contacts.people })}</p>
      {contacts.without.length > 0 && (
        <>
          <p className="small ink2">{t('bordersWithout')}</p>
          <ul className="plain small">
            {contacts.without.map(({ id, name }) => (
              <li key={id}>
                <Link to="/people/$personId" params={{ personId: id }}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="small">
        <Link to="/exchange">{t('toExchange')}</Link>
      </p>
    </section>
  );
}
