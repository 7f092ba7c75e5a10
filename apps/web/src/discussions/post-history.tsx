import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { diffRichText, type RichTextDocument } from '#content';
import { RichText } from '../content/rich-text.js';
import { Loaded } from '../design/loaded.js';
import { InstantText } from '../design/small.js';
import { PostHistoryDocument } from '../gql/discussions/graphql.js';
import './summary/summary.css';

/** What the next text changed of this one. */
const changeOf = (before: unknown, after: unknown): RichTextDocument =>
  diffRichText(before as RichTextDocument, after as RichTextDocument, { showRemoved: true }).document;

/** What a post said before, latest first, each with what came and went next. */
export function PostHistory({
  threadId,
  position,
  byDay,
  body: now,
}: {
  threadId: string;
  position: number;
  byDay: boolean;
  body: unknown;
}) {
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
                <RichText body={changeOf(body, thread.posts.nodes[0]?.revisions[at - 1]?.body ?? now)} />
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
