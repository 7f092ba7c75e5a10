import { Button, Input } from '@mantine/core';
import type { JSONContent } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LazyRichTextEditor } from '../../content/lazy-rich-text-editor.js';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { KeepSummaryDocument, type ThreadPartsFragment } from '../../gql/discussions/graphql.js';
import { summaryParts, textOf, type SummaryPart } from './parts.js';

type Written = Record<SummaryPart, JSONContent | null>;

/** The four parts, open for a new version; the earlier ones stay in the history. */
export function EditSummary({ thread, onDone }: { thread: ThreadPartsFragment; onDone: () => void }) {
  const { t } = useTranslation(['summary', 'shell']);
  const [base] = useState(thread.summary ?? null);
  const [written, setWritten] = useState<Written>(
    () => Object.fromEntries(summaryParts.map((part) => [part, textOf(base, part) as JSONContent | null])) as Written,
  );
  const { write, isWriting, failure } = useWrite(KeepSummaryDocument);
  const keep = async () => {
    if (isWriting) return;
    if (await write({ threadId: thread.id, baseVersion: base?.version ?? 0, ...written })) onDone();
  };
  return (
    <section className="summary stack g4" aria-labelledby="edit-summary">
      <h2 className="label" id="edit-summary">
        {t('title')}
      </h2>
      <p className="small ink2">{t('how')}</p>
      {summaryParts.map((part) => (
        <div key={part}>
          <Input.Label component="div">{t(`part.${part}`)}</Input.Label>
          <LazyRichTextEditor
            label={t(`part.${part}`)}
            initial={written[part]}
            onChange={(text, isEmpty) => setWritten((before) => ({ ...before, [part]: isEmpty ? null : text }))}
            onSend={() => void keep()}
            isBusy={isWriting}
            error={failure?.fields[part] ?? null}
          />
        </div>
      ))}
      <WriteTrouble failure={failure} shownFields={[...summaryParts]} />
      <div className="flex">
        <Button onClick={() => void keep()} loading={isWriting}>
          {t('keep')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('shell:cancel')}
        </Button>
      </div>
    </section>
  );
}
