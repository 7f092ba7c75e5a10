import { useLazyQuery } from '@apollo/client/react';
import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { AddOrganisationDocument, OrganisationsDocument, type OrganisationType } from '../gql/people/graphql.js';

/** An organisation as the field shows it. */
export type ChosenOrganisation = { id: string; name: string };

/** Every type of organisation, in the order of the choice. */
export const organisationTypes: OrganisationType[] = [
  'PUBLIC_BODY_LOCAL',
  'PUBLIC_BODY_REGIONAL',
  'PUBLIC_BODY_NATIONAL',
  'PUBLIC_SERVICE_PROVIDER',
  'EU_OR_INTERNATIONAL_BODY',
  'NGO',
  'MIGRANT_LED',
  'NETWORK_OR_UMBRELLA',
  'EDUCATION_PROVIDER',
  'RESEARCH',
  'SOCIAL_PARTNER',
  'FAITH_BASED',
  'BUSINESS',
  'OTHER',
];

/** Finds an organisation by its name, or adds one that is not known yet. */
export function OrganisationField({
  label,
  description,
  value,
  onChange,
  error,
}: {
  label: string;
  description?: string;
  value: ChosenOrganisation | null;
  onChange: (organisation: ChosenOrganisation | null) => void;
  error?: string;
}) {
  const { t } = useTranslation('people');
  const [find, found] = useLazyQuery(OrganisationsDocument);
  const [text, setText] = useState(value?.name ?? '');
  const [isAdding, setAdding] = useState(false);
  const search = useDebouncedCallback((wanted: string) => void find({ variables: { text: wanted } }), 200);
  const known = new Map((found.data?.organisations.nodes ?? []).map(({ id, name, city }) => [id, { id, name, city }]));
  if (value && !known.has(value.id)) known.set(value.id, { ...value, city: null });

  return (
    <div className="stack g2">
      <Select
        label={label}
        description={description}
        data={[...known.values()].map(({ id, name, city }) => ({
          value: id,
          label: city && !name.includes(city) ? `${name}, ${city}` : name,
        }))}
        filter={({ options }) => options}
        value={value?.id ?? null}
        onChange={(id) => onChange((id && known.get(id)) || null)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('organisation.none') }}
        searchValue={text}
        onSearchChange={(wanted) => {
          setText(wanted);
          search(wanted);
        }}
        onDropdownOpen={() => search('')}
        nothingFoundMessage={found.loading ? t('organisation.searching') : t('organisation.notFound')}
        error={error}
      />
      {isAdding ? (
        <AddOrganisation
          name={text}
          onDone={(added) => {
            setAdding(false);
            if (!added) return;
            setText(added.name);
            onChange(added);
          }}
        />
      ) : (
        <p className="small">
          <button type="button" className="textbutton" onClick={() => setAdding(true)}>
            {t('organisation.add')}
          </button>
        </p>
      )}
    </div>
  );
}

function AddOrganisation({ name: first, onDone }: { name: string; onDone: (added: ChosenOrganisation | null) => void }) {
  const { t } = useTranslation('people');
  const [name, setName] = useState(first);
  const [city, setCity] = useState('');
  const [type, setType] = useState<OrganisationType | null>(null);
  const { write, isWriting, failure } = useWrite(AddOrganisationDocument);
  const add = async () => {
    if (!type) return;
    const data = await write({ name: name.trim(), type, ...(city.trim() && { city: city.trim() }) });
    if (data) onDone(data.addOrganisation);
  };
  return (
    <fieldset className="well stack g3" aria-label={t('organisation.add')}>
      <TextInput
        label={t('organisation.name')}
        value={name}
        dir="auto"
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={failure?.fields['name']}
      />
      <Select
        label={t('organisation.type')}
        data={organisationTypes.map((one) => ({ value: one, label: t(`organisationType.${one}`) }))}
        value={type}
        onChange={(chosen) => setType(chosen as OrganisationType | null)}
        error={failure?.fields['type']}
      />
      <TextInput
        label={t('organisation.city')}
        value={city}
        dir="auto"
        onChange={({ currentTarget }) => setCity(currentTarget.value)}
        error={failure?.fields['city']}
      />
      <WriteTrouble failure={failure} shownFields={['name', 'type', 'city']} />
      <FormActions
        go={t('organisation.addThis')}
        onGo={() => void add()}
        isWriting={isWriting}
        disabled={!type || !name.trim()}
        onCancel={() => onDone(null)}
      />
    </fieldset>
  );
}
