import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../content/rich-text.js';
import { Loaded } from '../design/loaded.js';
import { InstantText } from '../design/small.js';
import { PostHistoryDocument } from '../gql/discussions/graphql.js';

/** What a post said before, latest first. */
export function PostHistory({ threadId, position }: { threadId: string; position: number }) {
  const { t } = useTranslation('discussions');
  const history = useQuery(PostHistoryDocument, { variables: { threadId, position }, fetchPolicy: 'no-cache' });
  return (
    <section className="well posthistory" aria-label={t('post.before')}>
      <Loaded query={history} shape="text">
        {({ thread }) => (
          <ol className="plain stack g4">
            {thread.posts.nodes[0]?.revisions.map(({ body, writtenAt }) => (
              <li key={writtenAt}>
                <p className="label">
                  <InstantText at={writtenAt} />
                </p>
                <RichText body={body} />
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
