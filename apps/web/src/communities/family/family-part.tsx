import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FamilyDocument } from '../../gql/communities/graphql.js';
import { FamilyTree } from './family-tree.js';
import './family.css';

/** Family and partners on the overview: nothing where there is none, but for those who can change that. */
export function FamilyPart({ slug }: { slug: string }) {
  const { t } = useTranslation('family');
  const { data } = useQuery(FamilyDocument, { variables: { slug } });
  if (!data) return null;
  const family = data.community;
  const partners = family.ties.filter((tie) => tie.agreedAt);
  const hasFamily = Boolean(family.parent) || family.parts.length > 0 || family.circle !== null;
  if (!hasFamily && partners.length === 0 && !family.viewerCan.includes('CONNECT') && !family.viewerCan.includes('REVIVE')) return null;
  return (
    <section aria-labelledby="family-part" className="stack g3">
      <div className="flex between base wrap">
        <h2 id="family-part">{t('title')}</h2>
        <Link to="/c/$slug/family" params={{ slug }} className="small">
          {t('all')}
        </Link>
      </div>
      {hasFamily ? <FamilyTree family={family} /> : <p className="ink2 small">{t('tree.alone')}</p>}
      {partners.length > 0 && (
        <p className="small">
          <b>{t('partners.title')}:</b>{' '}
          {partners.map((tie, at) => {
            const other = tie.community?.id === family.id ? tie.other : tie.community;
            return (
              <span key={tie.id}>
                {at > 0 && ' · '}
                {other ? (
                  <Link to="/c/$slug" params={{ slug: other.slug }}>
                    <bdi>{other.name}</bdi>
                  </Link>
                ) : (
                  <a href={tie.outsideUrl ?? ''} rel="noreferrer noopener nofollow">
                    <bdi>{tie.outsideName}</bdi>
                  </a>
                )}
              </span>
            );
          })}
        </p>
      )}
    </section>
  );
}
