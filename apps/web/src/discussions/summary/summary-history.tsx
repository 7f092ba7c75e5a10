import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../../content/rich-text.js';
import { Loaded } from '../../design/loaded.js';
import { InstantText } from '../../design/small.js';
import { SummaryHistoryDocument } from '../../gql/discussions/graphql.js';
import { compared, summaryParts } from './parts.js';

/** What each version of the summary changed, the latest first. */
export function SummaryHistory({ threadId, byDay }: { threadId: string; byDay: boolean }) {
  const { t } = useTranslation('summary');
  const history = useQuery(SummaryHistoryDocument, { variables: { id: threadId }, fetchPolicy: 'no-cache' });
  return (
    <section className="stack g4 summaryhistory" aria-label={t('history')}>
      <Loaded query={history} shape="text">
        {({ thread: { summaryHistory: versions } }) => (
          <ol className="plain stack g4">
            {versions.map((version, at) => (
              <li key={version.version}>
                <p className="tiny ink2">
                  {version.keptBy ? t('keptBy', { name: version.keptBy.name }) : t('kept')}{' '}
                  <InstantText at={version.keptAt} {...(byDay && { style: 'day', timeZone: 'UTC' })} />
                </p>
                {summaryParts.map((part) => {
                  const text = compared(versions[at + 1], version, part, true);
                  return text && text.changedBlocks > 0 ? (
                    <div key={part}>
                      <p className="label">{t(`part.${part}`)}</p>
                      <RichText body={text.document} threadId={threadId} />
                    </div>
                  ) : null;
                })}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
