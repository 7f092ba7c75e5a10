import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommunityFrame, type CommunityHead } from '../communities/community-frame.js';
import { useRoom } from '../data/use-room.js';
import { Loaded } from '../design/loaded.js';
import { Empty } from '../design/states.js';
import { ThreadsDocument, type ThreadKind } from '../gql/discussions/graphql.js';
import { useKeys } from '../shell/keys.js';
import { isKind } from './kinds/kind-badge.js';
import { KindFilter } from './kinds/kind-filter.js';
import { ThreadRow } from './thread-row.js';
import './discussions.css';

const pageSize = 20;

/** What a community talks about, latest first. */
export function DiscussionsScreen() {
  const { t } = useTranslation('discussions');
  const { slug } = useParams({ from: '/c/$slug/discussions' });
  const { kind } = useSearch({ from: '/c/$slug/discussions' });
  return (
    <CommunityFrame slug={slug} title={t('titles.discussions')}>
      {(community) => <Discussions key={kind ?? ''} community={community} kind={isKind(kind) ? kind : null} />}
    </CommunityFrame>
  );
}

function Discussions({ community, kind }: { community: CommunityHead; kind: ThreadKind | null }) {
  const { t } = useTranslation(['discussions', 'shell', 'kinds']);
  const client = useApolloClient();
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const [stirred, setStirred] = useState<ReadonlySet<string>>(new Set());
  const threads = useQuery(ThreadsDocument, { variables: { communityId: community.id, kind, first: pageSize } });
  const mayStart = community.viewerCan.includes('START_THREAD');

  const refresh = async () => {
    await threads.refetch({ communityId: community.id, kind, first: pageSize });
    setStirred(new Set());
  };
  const hasJoined = useRef(false);
  useRoom(
    community.viewerMembership && `community:${community.id}`,
    ({ kind, payload }) => {
      if (kind === 'thread-active' || kind === 'thread-started')
        setStirred((before) => new Set(before).add((payload as { id: string }).id));
    },
    () => {
      // The list has just been fetched when the page opens; later a gap in the line may hide anything.
      if (hasJoined.current) void refresh().catch(() => undefined);
      hasJoined.current = true;
    },
  );

  const step = (by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>('[data-row] a') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLAnchorElement);
    rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))]?.focus();
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    u: () => list.current?.querySelector<HTMLAnchorElement>('.isnew a')?.focus(),
    n: () => mayStart && void navigate({ to: '/c/$slug/discussions/new', params: { slug: community.slug }, search: kind ? { kind } : {} }),
  });

  const start = mayStart && (
    <Button
      component={Link}
      to="/c/$slug/discussions/new"
      params={{ slug: community.slug } as never}
      search={(kind ? { kind } : {}) as never}
      leftSection={<IconPlus size={17} aria-hidden />}
    >
      {t('list.start')}
    </Button>
  );
  if (!community.viewerCan.includes('READ_CONTENT')) return <Empty title={t('list.closed')}>{t('list.closedWhy')}</Empty>;
  return (
    <section aria-labelledby="discussions">
      <div className="flex between wrap">
        <h2 id="discussions">{t('titles.discussions')}</h2>
        <div className="flex wrap">
          <KindFilter slug={community.slug} kind={kind} />
          {start}
        </div>
      </div>
      <div role="status">
        {stirred.size > 0 && (
          <button type="button" className="earlier flex" style={{ marginBlockStart: '1rem' }} onClick={() => void refresh()}>
            <IconRefresh size={17} aria-hidden />
            {t('list.stirred', { count: stirred.size })}
          </button>
        )}
      </div>
      <Loaded query={threads} shape="list">
        {({ threads: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <div style={{ marginBlockStart: '1.5rem' }}>
              {kind ? (
                <Empty title={t('kinds:filter.none')} action={start}>
                  {t('kinds:filter.noneWhy')}
                </Empty>
              ) : (
                <Empty title={t('list.none')} action={start}>
                  {t('list.noneWhy')}
                </Empty>
              )}
            </div>
          ) : (
            <>
              <ul className="plain" ref={list} style={{ marginBlockStart: '.5rem' }}>
                {nodes.map((thread) => (
                  <ThreadRow key={thread.id} thread={thread} isPublicHere={community.visibility === 'PUBLIC'} />
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <Button
                  variant="default"
                  mt="md"
                  loading={threads.loading}
                  onClick={() =>
                    void client.query({
                      query: ThreadsDocument,
                      variables: { communityId: community.id, kind, first: pageSize, after: pageInfo.endCursor },
                      fetchPolicy: 'network-only',
                    })
                  }
                >
                  {t('shell:more')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
