import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '../design/person-link.js';
import { PersonFace } from '../design/who.js';
import type { MemberLineFragment } from '../gql/communities/graphql.js';

/** Whom to ask here. */
export function Contact({
  coordinators,
  slug,
  memberCount,
  organisationCount,
}: {
  coordinators: MemberLineFragment[];
  slug: string;
  memberCount: number;
  organisationCount: number;
}) {
  const { t } = useTranslation('communities');
  return (
    <section className="stack g3">
      <h2 className="label">{t('contact.title')}</h2>
      {coordinators.map(({ id, person, organisation }) => (
        <div key={id} className="flex top">
          <PersonFace name={person.name} pictureUrl={person.pictureUrl} />
          <div className="small">
            <PersonLink person={person} strong />
            <div className="ink2">
              {t('role.COORDINATOR')}
              {organisation && (
                <>
                  {' · '}
                  <bdi>{organisation.name}</bdi>
                </>
              )}
            </div>
          </div>
        </div>
      ))}
      <p className="small">
        <Link to="/c/$slug/members" params={{ slug }}>
          {t('contact.members', { count: memberCount })}
        </Link>{' '}
        <span className="ink2">{t('contact.organisations', { count: organisationCount })}</span>
      </p>
    </section>
  );
}
