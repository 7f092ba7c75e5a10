import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Empty } from '../design/states.js';
import { ThreadRow } from '../discussions/thread-row.js';
import { TalkedAboutDocument } from '../gql/communities/graphql.js';
import type { CommunityHead } from './community-frame.js';

/** The discussions that moved last. */
export function TalkedAbout({ community }: { community: CommunityHead }) {
  const { t } = useTranslation(['communities', 'discussions']);
  const found = useQuery(TalkedAboutDocument, { variables: { communityId: community.id } });
  const mayStart = community.viewerCan.includes('START_THREAD');
  return (
    <section aria-labelledby="talk">
      <h2 id="talk" style={{ marginBlockEnd: '.5rem' }}>
        {t('talk.title')}
      </h2>
      <Loaded query={found} shape="list">
        {({ threads }) =>
          threads.nodes.length === 0 ? (
            <Empty
              title={t('talk.none')}
              action={
                mayStart && (
                  <Button component={Link} to="/c/$slug/discussions/new" params={{ slug: community.slug } as never}>
                    {t('discussions:titles.newThread')}
                  </Button>
                )
              }
            >
              {t('talk.noneWhy')}
            </Empty>
          ) : (
            <>
              <ul className="plain">
                {threads.nodes.slice(0, 5).map((thread) => (
                  <ThreadRow key={thread.id} thread={thread} isPublicHere={community.visibility === 'PUBLIC'} />
                ))}
              </ul>
              <p className="small" style={{ marginBlockStart: '1rem' }}>
                <Link to="/c/$slug/discussions" params={{ slug: community.slug }}>
                  {t('talk.all')}
                </Link>
              </p>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
