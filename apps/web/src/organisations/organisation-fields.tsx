import { useQuery } from '@apollo/client/react';
import { Checkbox, MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { byLabel, countryCodes, levels } from '../communities/choices.js';
import {
  OrganisationThemesDocument,
  TargetGroupsDocument,
  type Level,
  type OrganisationContextInput,
  type OrganisationSize,
  type OrganisationType,
} from '../gql/organisations/graphql.js';
import { countryName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { organisationTypes } from '../people/organisation-field.js';
import { LanguagesField } from '../people/person-fields.js';
import { contextGroups, sizes } from './choices.js';

/** What one writes about an organisation. */
export type OrganisationText = {
  name: string;
  type: OrganisationType;
  country: string | null;
  city: string;
  about: string;
  website: string;
  level: Level | null;
  size: OrganisationSize | null;
  citiesServed: string[];
  languages: string[];
  themes: string[];
  targetGroups: string[];
  isNewToField: boolean;
  isMigrantLed: boolean;
  context: OrganisationContextInput;
};

const dimensions = contextGroups.flatMap(([, all]) => all);

/** The fields whose trouble stands at them. */
export const organisationFields = [
  'name',
  'type',
  'country',
  'city',
  'about',
  'website',
  'level',
  'size',
  'citiesServed',
  'languages',
  'themes',
  'targetGroups',
  ...dimensions.map((dimension) => `context.${dimension}`),
];

type Change = (changed: Partial<OrganisationText>) => void;
type Fields = { text: OrganisationText; onChange: Change; errors: Record<string, string> };

/** All fields of an organisation's page. */
export function OrganisationFields({ isVerified, ...fields }: Fields & { isVerified: boolean }) {
  const { t } = useTranslation(['organisations', 'people', 'communities']);
  const { locale } = useLanguage();
  const { text, onChange, errors } = fields;
  const countries = useMemo(
    () => countryCodes.map((value) => ({ value, label: countryName(value, locale) })).sort(byLabel(locale)),
    [locale],
  );
  const line = (name: 'name' | 'city' | 'website', maxLength: number, description?: string) => (
    <TextInput
      label={t(`profile.${name}`)}
      description={description}
      dir={name === 'website' ? 'ltr' : 'auto'}
      maxLength={maxLength}
      value={text[name]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
      error={errors[name]}
    />
  );
  return (
    <>
      {line('name', 200, isVerified ? t('edit.nameWhy') : undefined)}
      <Select
        label={t('people:organisation.type')}
        data={organisationTypes.map((value) => ({ value, label: t(`people:organisationType.${value}`) }))}
        value={text.type}
        onChange={(type) => type && onChange({ type: type as OrganisationType })}
        allowDeselect={false}
        error={errors['type']}
      />
      <Textarea
        label={t('profile.about')}
        description={t('edit.aboutWhy')}
        dir="auto"
        autosize
        minRows={3}
        maxLength={2000}
        value={text.about}
        onChange={({ currentTarget }) => onChange({ about: currentTarget.value })}
        error={errors['about']}
      />
      <div className="twofields">
        {line('city', 100)}
        <Select
          label={t('profile.country')}
          data={countries}
          value={text.country}
          onChange={(country) => onChange({ country })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('edit.noCountry') }}
          nothingFoundMessage={t('communities:filter.nothing')}
          error={errors['country']}
        />
      </div>
      <TagsInput
        label={t('profile.citiesServed')}
        description={t('edit.citiesWhy')}
        value={text.citiesServed}
        onChange={(citiesServed) => onChange({ citiesServed })}
        maxTags={50}
        splitChars={[',', ';']}
        error={errors['citiesServed']}
      />
      <div className="twofields">
        <Select
          label={t('profile.level')}
          data={levels.map((value) => ({ value, label: t(`communities:level.${value}`) }))}
          value={text.level}
          onChange={(level) => onChange({ level: level as Level | null })}
          clearable
          error={errors['level']}
        />
        <Select
          label={t('profile.size')}
          data={sizes.map((value) => ({ value, label: t(`size.${value}`) }))}
          value={text.size}
          onChange={(size) => onChange({ size: size as OrganisationSize | null })}
          clearable
          error={errors['size']}
        />
      </div>
      <LanguagesField value={text.languages} onChange={(languages) => onChange({ languages })} error={errors['languages']} />
      <TermsFields {...fields} />
      {line('website', 300)}
      <Checkbox
        label={t('profile.isNewToField')}
        description={t('edit.newWhy')}
        checked={text.isNewToField}
        onChange={({ currentTarget }) => onChange({ isNewToField: currentTarget.checked })}
      />
      <Checkbox
        label={t('profile.isMigrantLed')}
        description={t('edit.migrantLedWhy')}
        checked={text.isMigrantLed}
        onChange={({ currentTarget }) => onChange({ isMigrantLed: currentTarget.checked })}
      />
      <ContextFields {...fields} />
    </>
  );
}

function TermsFields({ text, onChange, errors }: Fields) {
  const { t } = useTranslation(['organisations', 'communities']);
  const themes = useQuery(OrganisationThemesDocument, { fetchPolicy: 'cache-first' });
  const groups = useQuery(TargetGroupsDocument, { fetchPolicy: 'cache-first' });
  const field = (name: 'themes' | 'targetGroups', terms: { id: string; label: string }[] | undefined, maxValues: number) => (
    <MultiSelect
      label={t(`profile.${name}`)}
      data={(terms ?? []).map(({ id, label }) => ({ value: id, label }))}
      value={text[name]}
      onChange={(chosen) => onChange({ [name]: chosen })}
      searchable
      hidePickedOptions
      maxValues={maxValues}
      nothingFoundMessage={t('communities:filter.nothing')}
      error={errors[name]}
    />
  );
  return (
    <>
      {field('themes', themes.data?.scheme.terms, 20)}
      {field('targetGroups', groups.data?.scheme.terms, 30)}
    </>
  );
}

function ContextFields({ text, onChange, errors }: Fields) {
  const { t } = useTranslation('organisations');
  const isOpen = dimensions.some((dimension) => text.context[dimension] || errors[`context.${dimension}`]);
  return (
    <details className="organisationcontext" open={isOpen || undefined}>
      <summary>{t('context.title')}</summary>
      <p className="small ink2">{t('context.why')}</p>
      {contextGroups.map(([group, all]) => (
        <fieldset key={group} className="stack g4">
          <legend className="formlegend">{t(`context.groups.${group}`)}</legend>
          {all.map((dimension) => (
            <Textarea
              key={dimension}
              label={t(`context.${dimension}`)}
              description={t(`context.compare.${dimension}`)}
              dir="auto"
              autosize
              minRows={2}
              maxLength={1000}
              value={text.context[dimension] ?? ''}
              onChange={({ currentTarget }) => onChange({ context: { ...text.context, [dimension]: currentTarget.value } })}
              error={errors[`context.${dimension}`]}
            />
          ))}
        </fieldset>
      ))}
    </details>
  );
}
