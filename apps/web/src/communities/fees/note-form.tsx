import { Button, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { NoteFeesDocument, type FeePayers, type FeeState } from '../../gql/communities/graphql.js';

/** How a fee may stand. */
export const feeStates = ['NOT_ASKED', 'UNPAID', 'PAID', 'WAIVED'] as const satisfies FeeState[];

/** Notes the same for all that are chosen. What is left empty stays as it was noted. */
export function NoteForm({
  communityId,
  period,
  of,
  chosen,
  onNoted,
}: {
  communityId: string;
  period: string;
  of: FeePayers;
  chosen: string[];
  onNoted: () => void;
}) {
  const { t } = useTranslation('fees');
  const [text, setText] = useState({ state: 'PAID' as FeeState, amount: '', currency: 'EUR', dueOn: '', note: '' });
  const { write, isWriting, failure } = useWrite(NoteFeesDocument);
  const change = (more: Partial<typeof text>) => setText((before) => ({ ...before, ...more }));
  const amount = text.amount.trim().replace(',', '.');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({
      communityId,
      period,
      membershipIds: of === 'MEMBERS' ? chosen : [],
      organisationIds: of === 'ORGANISATIONS' ? chosen : [],
      state: text.state,
      ...(amount && { amount, currency: text.currency.trim().toUpperCase() }),
      ...(text.dueOn && { dueOn: text.dueOn }),
      ...(text.note.trim() && { note: text.note }),
    });
    if (data) onNoted();
  };
  return (
    <form className="feenote" onSubmit={(event) => void save(event)} noValidate aria-label={t('note.title', { count: chosen.length })}>
      <p className="all">
        <b>{t('note.title', { count: chosen.length })}</b>
      </p>
      <Select
        label={t('note.state')}
        data={feeStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        allowDeselect={false}
        value={text.state}
        onChange={(value) => change({ state: value ?? 'PAID' })}
      />
      <TextInput
        label={t('note.amount')}
        inputMode="decimal"
        dir="ltr"
        value={text.amount}
        onChange={({ currentTarget }) => change({ amount: currentTarget.value })}
        error={failure?.fields['amount']}
      />
      <TextInput
        label={t('note.currency')}
        dir="ltr"
        maxLength={3}
        value={text.currency}
        onChange={({ currentTarget }) => change({ currency: currentTarget.value })}
        error={failure?.fields['currency']}
      />
      <TextInput
        type="date"
        label={t('note.dueOn')}
        value={text.dueOn}
        onChange={({ currentTarget }) => change({ dueOn: currentTarget.value })}
        error={failure?.fields['dueOn']}
      />
      <TextInput
        className="all"
        label={t('note.note')}
        description={t('note.noteWhy')}
        dir="auto"
        maxLength={500}
        value={text.note}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        error={failure?.fields['note']}
      />
      <div className="all stack g2">
        <WriteTrouble failure={failure} shownFields={['amount', 'currency', 'dueOn', 'note']} />
        <div>
          <Button type="submit" loading={isWriting}>
            {t('note.save', { count: chosen.length })}
          </Button>
        </div>
      </div>
    </form>
  );
}
