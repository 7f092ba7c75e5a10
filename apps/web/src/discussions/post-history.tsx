import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../content/rich-text.js';
import { Loaded } from '../design/loaded.js';
import { InstantText } from '../design/small.js';
import { PostHistoryDocument } from '../gql/discussions/graphql.js';

/** What a post said before, latest first. */
export function PostHistory({ threadId, position, byDay }: { threadId: string; position: number; byDay: boolean }) {
  const { t } = useTranslation('discussions');
  const history = useQuery(PostHistoryDocument, { variables: { threadId, position }, fetchPolicy: 'no-cache' });
  return (
    <section className="well posthistory" aria-label={t('post.before')}>
      <Loaded query={history} shape="text">
        {({ thread }) => (
          <ol className="plain stack g4">
            {thread.posts.nodes[0]?.revisions.map(({ body, writtenAt }, at) => (
              <li key={`${writtenAt} ${at}`}>
                <p className="label">
                  <InstantText at={writtenAt} {...(byDay && { style: 'day', timeZone: 'UTC' })} />
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
