import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../../content/rich-text.js';
import { InstantText } from '../../design/small.js';
import type { SummaryPartsFragment, ThreadPartsFragment } from '../../gql/discussions/graphql.js';
import { EditSummary } from './edit-summary.js';
import { compared, summaryParts } from './parts.js';
import { useSeenSummary } from './use-seen-summary.js';
import { SummaryHistory } from './summary-history.js';
import './summary.css';

/** Where the conversation stands, on top of it: four parts, with what is new to the reader marked. */
export function LivingSummary({ thread }: { thread: ThreadPartsFragment }) {
  const { t } = useTranslation('summary');
  const [isEditing, setEditing] = useState(false);
  const [showsHistory, setHistory] = useState(false);
  // What was new when the page opened stays marked while one reads.
  const [seenAtOpening] = useState<SummaryPartsFragment | null>(thread.summarySeen ?? null);
  const { summary } = thread;
  useSeenSummary(thread);
  const mayKeep = thread.viewerCan.includes('KEEP_SUMMARY');
  if (isEditing) return <EditSummary thread={thread} onDone={() => setEditing(false)} />;
  if (!summary)
    return mayKeep ? (
      <p>
        <button type="button" className="textbutton small" onClick={() => setEditing(true)}>
          {t('begin')}
        </button>
      </p>
    ) : null;
  const parts = summaryParts.map((part) => ({ part, text: compared(seenAtOpening ?? summary, summary, part, false) }));
  const changed = parts.reduce((sum, { text }) => sum + (text?.changedBlocks ?? 0), 0);
  return (
    <section className="summary" aria-labelledby="where-we-are">
      <div className="flex between wrap">
        <h2 className="label" id="where-we-are">
          {t('title')}
        </h2>
        <p className="tiny ink2">
          {summary.keptBy ? t('keptBy', { name: summary.keptBy.name }) : t('kept')}{' '}
          <InstantText at={summary.keptAt} style="day" {...(!summary.keptBy && { timeZone: 'UTC' })} />
          {changed > 0 && <>. {t('changed', { count: changed })}</>}
        </p>
      </div>
      <dl>
        {parts.map(
          ({ part, text }) =>
            text && (
              <div key={part} className="summarypart">
                <dt>{t(`part.${part}`)}</dt>
                <dd className="serif">
                  <RichText body={text.document} threadId={thread.id} />
                </dd>
              </div>
            ),
        )}
      </dl>
      <p className="flex wrap small summarydo">
        {mayKeep && (
          <button type="button" className="textbutton" onClick={() => setEditing(true)}>
            {t('edit')}
          </button>
        )}
        {summary.version > 1 && (
          <button type="button" className="textbutton" aria-expanded={showsHistory} onClick={() => setHistory(!showsHistory)}>
            {t('history')}
          </button>
        )}
      </p>
      {showsHistory && <SummaryHistory threadId={thread.id} byDay={!summary.keptBy} />}
    </section>
  );
}
