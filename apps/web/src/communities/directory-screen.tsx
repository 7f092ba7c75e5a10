import { useQuery } from '@apollo/client/react';
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Page } from '../design/page.js';
import { Empty } from '../design/states.js';
import {
  DirectoryDocument,
  type CommunityFilter,
  type CommunityKind,
  type CommunityOrder,
  type Level,
} from '../gql/communities/graphql.js';
import { useViewer } from '../shell/viewer.js';
import { kinds, levels, orders } from './choices.js';
import { CommunityRow } from './community-row.js';
import { DirectoryFilters, type DirectorySearch } from './directory-filters.js';
import './communities.css';

const pageSize = 20;

const among = <T extends string>(all: T[], value: string | undefined): T | undefined => all.find((one) => one === value);

/** What the address says, as the server wants it; what it cannot mean is left out. */
const filterOf = (search: DirectorySearch): CommunityFilter => {
  const level = among<Level>(levels, search.level);
  const kind = among<CommunityKind>(kinds, search.kind);
  return {
    ...(search.text && { text: search.text.slice(0, 200) }),
    ...(search.theme && { themes: [search.theme] }),
    ...(level && { levels: [level] }),
    ...(search.country && { countries: [search.country] }),
    ...(search.language && { languages: [search.language] }),
    ...(kind && { kinds: [kind] }),
    ...(search.mine && { mine: true }),
    ...(search.archived && { archived: true }),
  };
};

/** Every community one may see. */
export function DirectoryScreen() {
  const { t } = useTranslation(['communities', 'shell']);
  const viewer = useViewer();
  const navigate = useNavigate();
  const search: DirectorySearch = useSearch({ from: '/communities' });
  const filter = filterOf(search);
  const found = useQuery(DirectoryDocument, {
    variables: { filter, orderBy: among<CommunityOrder>(orders, search.order) ?? 'NAME', first: pageSize },
  });
  // While the next answer is on its way, the last one stays: a list that vanishes with every letter is hard to read.
  const shown = { ...found, data: found.data ?? found.previousData };
  const router = useRouter();
  const change = (changed: Partial<DirectorySearch>) => {
    // The words of the search come a moment late and must not call back those who are on their way elsewhere.
    if (router.latestLocation.pathname !== '/communities') return;
    void navigate({ to: '/communities', search: { ...search, ...changed }, replace: true });
  };
  const isNarrowed = Object.keys(filter).some((name) => name !== 'mine' && name !== 'archived');

  return (
    <Page title={t('titles.directory')}>
      <div className="flex between wrap">
        <h1>{t('titles.directory')}</h1>
        {viewer && (
          <Button component={Link} to="/communities/new" variant="default" leftSection={<IconPlus size={17} aria-hidden />}>
            {t('titles.newCommunity')}
          </Button>
        )}
      </div>
      <DirectoryFilters search={search} onChange={change} />
      <div className="flex between wrap">
        <p className="small ink2" role="status">
          {shown.data &&
            t(search.archived ? 'directory.archived' : search.mine ? 'directory.mine' : isNarrowed ? 'directory.found' : 'directory.all', {
              count: shown.data.communities.totalCount,
            })}
        </p>
        {viewer && (
          <SegmentedControl
            aria-label={t('directory.which')}
            value={search.archived ? 'archived' : search.mine ? 'mine' : 'all'}
            onChange={(which) => change({ mine: which === 'mine' ? '1' : undefined, archived: which === 'archived' ? '1' : undefined })}
            data={[
              { value: 'all', label: t('directory.showAll') },
              { value: 'mine', label: t('shell:nav.mine') },
              { value: 'archived', label: t('directory.showArchived') },
            ]}
          />
        )}
      </div>
      <Loaded query={shown} shape="list">
        {({ communities: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <div style={{ marginBlockStart: '1.5rem' }}>
              {isNarrowed ? (
                <Empty
                  title={t('directory.nothing')}
                  action={
                    <Button variant="default" onClick={() => void navigate({ to: '/communities', search: {}, replace: true })}>
                      {t('directory.clear')}
                    </Button>
                  }
                >
                  {t('directory.nothingWhy')}
                </Empty>
              ) : (
                <Empty
                  title={search.mine ? t('directory.noneMine') : t('directory.none')}
                  action={
                    search.mine ? (
                      <Button variant="default" onClick={() => change({ mine: undefined })}>
                        {t('directory.showAll')}
                      </Button>
                    ) : (
                      viewer && (
                        <Button component={Link} to="/communities/new">
                          {t('titles.newCommunity')}
                        </Button>
                      )
                    )
                  }
                >
                  {t('directory.noneWhy')}
                </Empty>
              )}
            </div>
          ) : (
            <>
              <ul className="plain">
                {nodes.map((community) => (
                  <CommunityRow key={community.id} community={community} />
                ))}
              </ul>
              <More query={found} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
