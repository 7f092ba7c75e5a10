import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { showUndo } from '../design/undo.js';
import { EditTermDocument, RetireTermDocument, ReviveTermDocument, type TermLineFragment } from '../gql/vocabulary/graphql.js';
import { DescribedForm } from './described-form.js';

/** A word, and what may be done with it. */
export function TermRow({
  term,
  others,
  mayEdit,
  onUp,
  onDown,
}: {
  term: TermLineFragment;
  others: TermLineFragment[];
  mayEdit: boolean;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
}) {
  const { t } = useTranslation('vocabulary');
  const [open, setOpen] = useState<'edit' | 'retire' | null>(null);
  const edit = useWrite(EditTermDocument);
  const revive = useWrite(ReviveTermDocument);
  const word = term.label;
  return (
    <li className="rowline termrow">
      <div className="flex between top wrap">
        <div className="termwords">
          <b>
            <bdi>{word}</bdi>
          </b>
          {term.retiredAt && (
            <span className="small ink2"> {term.successor ? t('replacedBy', { word: term.successor.label }) : t('notReplaced')}</span>
          )}
          {term.note && (
            <p className="small ink2" dir="auto">
              {term.note}
            </p>
          )}
        </div>
        {mayEdit && (
          <div className="flex termacts">
            {onUp && (
              <ActionIcon variant="default" size={36} aria-label={t('up', { word })} onClick={onUp}>
                <IconArrowUp size={18} aria-hidden />
              </ActionIcon>
            )}
            {onDown && (
              <ActionIcon variant="default" size={36} aria-label={t('down', { word })} onClick={onDown}>
                <IconArrowDown size={18} aria-hidden />
              </ActionIcon>
            )}
            {term.retiredAt ? (
              <Button
                variant="default"
                aria-label={t('reviveNamed', { word })}
                loading={revive.isWriting}
                onClick={() => void revive.write({ termId: term.id })}
              >
                {t('revive')}
              </Button>
            ) : (
              <>
                <Button
                  variant="default"
                  aria-expanded={open === 'edit'}
                  aria-label={t('editNamed', { word })}
                  onClick={() => setOpen(open === 'edit' ? null : 'edit')}
                >
                  {t('edit')}
                </Button>
                <Button
                  variant="default"
                  aria-expanded={open === 'retire'}
                  aria-label={t('retireNamed', { word })}
                  onClick={() => setOpen(open === 'retire' ? null : 'retire')}
                >
                  {t('retire')}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
      <WriteTrouble failure={revive.failure} />
      {open === 'edit' && (
        <DescribedForm
          described={term}
          write={edit}
          onSave={async (described) => (await edit.write({ termId: term.id, ...described })) !== null && setOpen(null)}
          onCancel={() => setOpen(null)}
        />
      )}
      {open === 'retire' && (
        <Retire term={term} others={others} onUndo={() => void revive.write({ termId: term.id })} onCancel={() => setOpen(null)} />
      )}
    </li>
  );
}

function Retire({
  term,
  others,
  onUndo,
  onCancel,
}: {
  term: TermLineFragment;
  others: TermLineFragment[];
  onUndo: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation(['vocabulary', 'shell']);
  const [successor, setSuccessor] = useState('');
  const { write, isWriting, failure } = useWrite(RetireTermDocument);
  const retire = async () => {
    const data = await write({ termId: term.id, successorId: successor || null });
    if (data) showUndo({ message: t('retiredNow', { word: term.label }), undo: t('shell:undo'), onUndo });
  };
  return (
    <div className="stack g3 termform">
      <p className="small ink2 measure">{t('retireWhy')}</p>
      <NativeSelect
        label={t('successor')}
        value={successor}
        error={failure?.fields['successorId']}
        onChange={({ currentTarget }) => setSuccessor(currentTarget.value)}
        data={[{ value: '', label: t('noSuccessor') }, ...others.map(({ id, label }) => ({ value: id, label }))]}
      />
      <WriteTrouble failure={failure} shownFields={['successorId']} />
      <FormActions go={t('retire')} onGo={() => void retire()} isWriting={isWriting} onCancel={onCancel} />
    </div>
  );
}
