import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InstantText } from '../../design/small.js';
import { CameHereDocument } from '../../gql/communities/graphql.js';

/** Communities that became part of this one, and what they keep: charter and words for all who could read them. */
export function CameHere({ slug }: { slug: string }) {
  const { t } = useTranslation('merging');
  const merged = useQuery(CameHereDocument, { variables: { slug } }).data?.community.merged ?? [];
  if (merged.length === 0) return null;
  return (
    <section aria-labelledby="camehere">
      <h2 id="camehere">{t('cameHere.title')}</h2>
      <ul className="plain">
        {merged.map(({ id, slug: old, name, archivedAt, viewerMembership }) => (
          <li key={id} className="rowline stack g1">
            <b>
              <bdi>{name}</bdi>
            </b>
            <span className="small ink2">
              {archivedAt && (
                <>
                  {t('cameHere.since')} <InstantText at={archivedAt} style="day" />
                  {' · '}
                </>
              )}
              <Link to="/c/$slug/charter" params={{ slug: old }}>
                {t('cameHere.charter')}
              </Link>
              {viewerMembership && (
                <>
                  {' · '}
                  <Link to="/c/$slug/members" params={{ slug: old }}>
                    {t('cameHere.members')}
                  </Link>
                </>
              )}
              {viewerMembership?.role === 'COORDINATOR' && (
                <>
                  {' · '}
                  <Link to="/c/$slug/audit" params={{ slug: old }}>
                    {t('cameHere.audit')}
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
