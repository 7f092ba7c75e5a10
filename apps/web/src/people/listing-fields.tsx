import { useQuery } from '@apollo/client/react';
import { MultiSelect, Switch, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ThemeWordsDocument } from '../gql/people/graphql.js';

/** Whether and with what one wants to be found. */
export type ListingText = { isListed: boolean; themes: string[]; canHelp: string };

/** The part of the profile that the directory shows, once its owner wants it to. */
export function ListingFields({
  value,
  onChange,
  errors,
}: {
  value: ListingText;
  onChange: (value: ListingText) => void;
  errors: Record<string, string>;
}) {
  const { t } = useTranslation('people');
  const words = useQuery(ThemeWordsDocument, { fetchPolicy: 'cache-first' });
  return (
    <fieldset className="listing stack g4">
      <legend>{t('listing.title')}</legend>
      <Switch
        label={t('listing.isListed')}
        description={t('listing.isListedWhy')}
        checked={value.isListed}
        onChange={({ currentTarget }) => onChange({ ...value, isListed: currentTarget.checked })}
      />
      <MultiSelect
        label={t('listing.themes')}
        data={(words.data?.scheme.terms ?? []).map(({ id, label }) => ({ value: id, label }))}
        value={value.themes}
        onChange={(themes) => onChange({ ...value, themes })}
        maxValues={10}
        searchable
        hidePickedOptions
        error={errors['themes']}
      />
      <Textarea
        label={t('listing.canHelp')}
        description={t('listing.canHelpWhy')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={500}
        value={value.canHelp}
        onChange={({ currentTarget }) => onChange({ ...value, canHelp: currentTarget.value })}
        error={errors['canHelp']}
      />
    </fieldset>
  );
}
