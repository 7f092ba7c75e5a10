import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CommunityRowFragment } from '../gql/communities/graphql.js';
import { countryName, listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

/** A community as a line of the directory. */
export function CommunityRow({ community }: { community: CommunityRowFragment }) {
  const { t } = useTranslation('communities');
  const { locale } = useLanguage();
  const facts = [t(`kind.${community.kind}`), t(`level.${community.level}`)];
  if (community.countries.length > 0 && community.countries.length <= 3)
    facts.push(
      listText(
        community.countries.map((code) => countryName(code, locale)),
        locale,
      ),
    );
  if (community.countries.length > 3) facts.push(t('row.countries', { count: community.countries.length }));
  return (
    <li className="communityrow rowline" data-row>
      <div className="flex between top" style={{ gap: '1rem' }}>
        <h2 className="record">
          <Link to="/c/$slug" params={{ slug: community.slug }} className="quiet">
            <bdi>{community.name}</bdi>
          </Link>
        </h2>
        {community.archivedAt && <span className="small ink2 nowrap">{t('filter.archivedMark')}</span>}
        {community.viewerMembership && (
          <span className="small flex nowrap">
            <IconCheck size={16} aria-hidden />
            {t(`membership.${community.viewerMembership.role}`)}
          </span>
        )}
      </div>
      <p className="measure small" dir="auto">
        {community.summary}
      </p>
      <p className="tiny ink2">
        {facts.join(' · ')} · {t('row.members', { count: community.memberCount })} · {t(`joinPolicy.${community.joinPolicy}`)}
      </p>
    </li>
  );
}
