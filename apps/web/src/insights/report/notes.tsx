import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptForm } from '../../communities/use-kept-form.js';
import { useWrite } from '../../data/use-write.js';
import { InstantText } from '../../design/small.js';
import { WriteTrouble } from '../../design/states.js';
import { WriteReportNoteDocument, type ReportNoteLineFragment } from '../../gql/insights/graphql.js';

interface Props {
  year: number;
  notes: readonly ReportNoteLineFragment[];
  communityId: string;
  mayWrite: boolean;
}

/** What the coordinators say about a year. The latest version stands in the report, the others beside it. */
export function Notes({ year, notes, communityId, mayWrite }: Props) {
  const { t } = useTranslation('report');
  const [isWriting, setWriting] = useState(false);
  const [latest, ...earlier] = notes;
  if (!mayWrite && !latest?.text) return null;
  return (
    <section className={`stack g3${latest?.text ? '' : ' noprint'}`}>
      {latest?.text && <Paragraphs text={latest.text} />}
      {mayWrite && !isWriting && (
        <div className="noprint">
          <Button variant="default" onClick={() => setWriting(true)}>
            {t(latest?.text ? 'note.edit' : 'note.write', { year: String(year) })}
          </Button>
        </div>
      )}
      {isWriting && <Writing year={year} before={latest?.text ?? ''} communityId={communityId} onDone={() => setWriting(false)} />}
      {earlier.length > 0 && (
        <details className="small noprint">
          <summary>{t('note.earlier', { count: earlier.length })}</summary>
          <ul className="plain stack g3">
            {earlier.map(({ id, text, writtenAt, writtenByName }) => (
              <li key={id} className="rowline stack g1">
                <span className="ink2">
                  <bdi>{writtenByName ?? t('note.former')}</bdi> · <InstantText at={writtenAt} style="dayAndTime" />
                </span>
                {text ? <Paragraphs text={text} /> : <span className="ink2">{t('note.empty')}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Paragraphs({ text }: { text: string }) {
  return (
    <div className="measure stack g2 reportwords" dir="auto">
      {text.split(/\n{2,}/).map((paragraph, at) => (
        <p key={at} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

function Writing({ year, before, communityId, onDone }: { year: number; before: string; communityId: string; onDone: () => void }) {
  const { t } = useTranslation(['report', 'shell']);
  const { text, change, forget } = useKeptForm(`report:${communityId}:${year}`, { words: before });
  const { write, isWriting, failure } = useWrite(WriteReportNoteDocument);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const update = {
      update: (cache: { evict: (one: { fieldName: string; id: string }) => void }) =>
        cache.evict({ id: 'ROOT_QUERY', fieldName: 'communityReport' }),
    };
    if (!(await write({ communityId, year, text: text.words }, update as never))) return;
    forget();
    notifications.show({ message: t('shell:saved'), autoClose: 3000 });
    onDone();
  };
  return (
    <form className="stack g3 measure noprint" onSubmit={(event) => void save(event)} noValidate>
      <Textarea
        label={t('note.label', { year: String(year) })}
        description={t('note.why')}
        dir="auto"
        autosize
        minRows={6}
        maxLength={10_000}
        value={text.words}
        onChange={({ currentTarget }) => change({ words: currentTarget.value })}
        error={failure?.fields['text']}
      />
      <WriteTrouble failure={failure} shownFields={['text']} />
      <div className="flex wrap">
        <Button type="submit" loading={isWriting}>
          {t('shell:save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('note.leave')}
        </Button>
      </div>
    </form>
  );
}
