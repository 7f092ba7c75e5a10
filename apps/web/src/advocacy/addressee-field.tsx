import { useQuery } from '@apollo/client/react';
import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PolicyProcessesDocument, type PolicyProcessesQuery } from '../gql/advocacy/graphql.js';

type Process = PolicyProcessesQuery['policyProcesses'][number];

const nameOf = ({ shortName, name }: Process) => (shortName && shortName !== name ? `${shortName}: ${name}` : name);

type FieldProps = {
  addressee: string;
  processId: string;
  onChange: (changed: { addressee?: string; policyProcessId?: string }) => void;
  errors: Record<string, string>;
};

/** To whom: a policy process that is known brings its institution along; the words can be one's own. */
export function AddresseeField({ addressee, processId, onChange, errors }: FieldProps) {
  const { t } = useTranslation('advocacy');
  const [text, setText] = useState('');
  const search = useDebouncedCallback(setText, 200);
  const all = useQuery(PolicyProcessesDocument, { variables: { text: '' } });
  const found = useQuery(PolicyProcessesDocument, { variables: { text } });
  const processes = (found.data ?? found.previousData)?.policyProcesses ?? [];
  const known = new Map([...(all.data?.policyProcesses ?? []), ...processes].map((process) => [process.id, process]));
  const chosen = known.get(processId);
  const offered = chosen && !processes.includes(chosen) ? [chosen, ...processes] : processes;
  const choose = (id: string | null) => {
    const institutionBefore = chosen?.institution ?? '';
    const next = id ? known.get(id) : undefined;
    // Words of one's own stay as they are.
    const isOwn = addressee.trim() !== '' && addressee !== institutionBefore;
    onChange({ policyProcessId: id ?? '', ...(!isOwn && { addressee: next?.institution ?? '' }) });
  };

  return (
    <>
      <Select
        label={t('form.process')}
        description={t('form.processWhy')}
        data={offered.map((process) => ({ value: process.id, label: nameOf(process) }))}
        filter={({ options }) => options}
        renderOption={({ option }) => (
          <span className="stack" dir="auto">
            {option.label}
            <span className="tiny ink2">{known.get(option.value)?.institution}</span>
          </span>
        )}
        value={chosen ? processId : null}
        onChange={choose}
        onSearchChange={search}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('form.noProcess') }}
        nothingFoundMessage={t('form.processNone')}
        maxDropdownHeight={320}
        error={errors['policyProcessId']}
      />
      <TextInput
        label={t('form.addressee')}
        description={t('form.addresseeWhy')}
        dir="auto"
        value={addressee}
        onChange={({ currentTarget }) => onChange({ addressee: currentTarget.value })}
        error={errors['addressee']}
      />
    </>
  );
}
