import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptForm } from '../communities/use-kept-form.js';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { WriteHandoverDocument, type HandoverPartsFragment, type HandoverTemplate } from '../gql/handovers/graphql.js';

type Item = { template: HandoverTemplate | null; text: string | null; isDone: boolean };

const itemsOf = ({ items }: HandoverPartsFragment): Item[] =>
  items.map(({ template, text, doneAt }) => ({ template: template ?? null, text: text ?? null, isDone: doneAt !== null }));

/** The notes and the checklist: written by who hands over, worked through by who takes over. */
export function HandoverText({ handover }: { handover: HandoverPartsFragment }) {
  const { t } = useTranslation(['handovers', 'shell']);
  const { write, isWriting, failure } = useWrite(WriteHandoverDocument);
  const { text, change, forget } = useKeptForm(`handover:${handover.id}`, { notes: handover.notes });
  const [items, setItems] = useState(itemsOf(handover));
  const [own, setOwn] = useState('');
  const mayWrite = handover.viewerCan.includes('WRITE');
  const label = ({ template, text: said }: Item) => (template ? t(`template.${template}`) : said);
  const keep = async (changed: Item[]) => {
    setItems(changed);
    await write({
      handoverId: handover.id,
      items: changed.map(({ template, text: said, isDone }) => (template ? { template, isDone } : { text: said, isDone })),
    });
  };
  const add = () => {
    const said = own.trim();
    if (!said) return;
    setOwn('');
    void keep([...items, { template: null, text: said, isDone: false }]);
  };
  const save = async () => {
    if (!(await write({ handoverId: handover.id, notes: text.notes.trim() }))) return;
    forget();
    notifications.show({ message: t('shell:saved'), autoClose: 3000 });
  };
  return (
    <>
      <section aria-labelledby="notes" className="stack g3">
        <h2 id="notes">{t('notes')}</h2>
        {mayWrite ? (
          <>
            <Textarea
              aria-labelledby="notes"
              description={t('notesWhy')}
              dir="auto"
              autosize
              minRows={4}
              maxLength={10_000}
              value={text.notes}
              onChange={({ currentTarget }) => change({ notes: currentTarget.value })}
              error={failure?.fields['notes']}
            />
            <div>
              <Button variant="default" loading={isWriting} disabled={text.notes.trim() === handover.notes} onClick={() => void save()}>
                {t('shell:save')}
              </Button>
            </div>
          </>
        ) : (
          <p className="measure handovernotes" dir="auto">
            {handover.notes || <span className="ink2">{t('noNotes')}</span>}
          </p>
        )}
      </section>
      <section aria-labelledby="checklist" className="stack g3">
        <h2 id="checklist">{t('checklist')}</h2>
        <ul className="plain stack g3">
          {items.map((item, at) => (
            <li key={`${item.template ?? ''}${item.text ?? ''}`} className="flex between">
              <Checkbox
                label={<bdi>{label(item)}</bdi>}
                checked={item.isDone}
                disabled={!mayWrite}
                onChange={({ currentTarget }) =>
                  void keep(items.map((one, i) => (i === at ? { ...one, isDone: currentTarget.checked } : one)))
                }
              />
              {mayWrite && (
                <button
                  type="button"
                  className="textbutton small"
                  aria-label={t('dropOf', { point: label(item) ?? '' })}
                  onClick={() => void keep(items.filter((_, i) => i !== at))}
                >
                  {t('drop')}
                </button>
              )}
            </li>
          ))}
        </ul>
        {mayWrite && (
          <form
            className="flex handoverown"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              add();
            }}
          >
            <TextInput
              className="grow"
              aria-label={t('own')}
              placeholder={t('own')}
              dir="auto"
              maxLength={200}
              value={own}
              onChange={({ currentTarget }) => setOwn(currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={!own.trim()}>
              {t('add')}
            </Button>
          </form>
        )}
        <WriteTrouble failure={failure} shownFields={['notes']} />
      </section>
    </>
  );
}
