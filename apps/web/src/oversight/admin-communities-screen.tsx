import { useQuery } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { SearchField } from '../design/search-field.js';
import { Empty } from '../design/states.js';
import { OverseenCommunitiesDocument } from '../gql/oversight/graphql.js';
import { AdminFrame } from './admin-frame.js';
import { OverseenCommunityRow } from './overseen-community-row.js';

/** All communities: that they are there, and whether somebody coordinates them. */
export function AdminCommunitiesScreen() {
  const { t } = useTranslation('oversight');
  const navigate = useNavigate();
  const search = useSearch({ from: '/admin/communities' });
  const withoutCoordinator = search.show === 'without';
  const found = useQuery(OverseenCommunitiesDocument, { variables: { text: search.text ?? null, withoutCoordinator, after: null } });
  const choose = (changed: { text?: string | undefined; show?: string | undefined }) =>
    void navigate({ to: '/admin/communities', search: { ...search, ...changed }, replace: true });
  return (
    <AdminFrame title={t('admin.communities')}>
      <p className="ink2 measure">{t('communities.intro')}</p>
      <div className="adminfilters">
        <SearchField
          className="auditfilter"
          label={t('communities.find')}
          text={search.text ?? ''}
          onChange={(text) => choose({ text: text || undefined })}
        />
        <Checkbox
          label={t('communities.withoutCoordinator')}
          checked={withoutCoordinator}
          onChange={(event) => choose({ show: event.currentTarget.checked ? 'without' : undefined })}
        />
      </div>
      <Loaded query={found} shape="list">
        {({ overseenCommunities: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty title={withoutCoordinator ? t('communities.allCoordinated') : t('communities.none')} />
          ) : (
            <>
              <ul className="plain">
                {nodes.map((community) => (
                  <OverseenCommunityRow key={community.id} community={community} />
                ))}
              </ul>
              <More query={found} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </AdminFrame>
  );
}
