import { useQuery } from '@apollo/client/react';
import { Checkbox, MultiSelect, Radio, Select, TextInput, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ThemesDocument, type CommunityKind, type JoinPolicy, type Level, type Visibility } from '../gql/communities/graphql.js';
import { countryName, languageName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { workingLanguages } from '../people/zones.js';
import { byLabel, countryCodes, joinPolicies, kinds, levels, visibilities } from './choices.js';

/** What one writes about a community, when it begins and later. */
export type CommunityText = {
  name: string;
  kind: CommunityKind;
  level: Level;
  countries: string[];
  languages: string[];
  themes: string[];
  summary: string;
  charter: { domain: string; community: string; practice: string };
  visibility: Visibility;
  joinPolicy: JoinPolicy;
  allowsIndividuals?: boolean;
};

/** The fields whose trouble stands at them. */
export const communityFields = [
  'name',
  'kind',
  'level',
  'countries',
  'languages',
  'themes',
  'summary',
  'charter.domain',
  'charter.community',
  'charter.practice',
  'visibility',
  'joinPolicy',
];

/** The fields of a community: its name and place, its charter in three parts, and its doors. */
export function CommunityFields({
  text,
  onChange,
  errors,
  isNew,
}: {
  text: CommunityText;
  onChange: (changed: Partial<CommunityText>) => void;
  errors: Record<string, string>;
  isNew?: boolean;
}) {
  const { t } = useTranslation(['communities', 'organisations']);
  const { locale } = useLanguage();
  const themes = useQuery(ThemesDocument, { fetchPolicy: 'cache-first' });
  const countries = useMemo(
    () => countryCodes.map((value) => ({ value, label: countryName(value, locale) })).sort(byLabel(locale)),
    [locale],
  );
  const languages = useMemo(
    () =>
      [...new Set([...workingLanguages, ...text.languages])]
        .map((value) => ({ value, label: languageName(value, locale) }))
        .sort(byLabel(locale)),
    [locale, text.languages],
  );
  return (
    <>
      <TextInput
        label={t('form.name')}
        dir="auto"
        maxLength={120}
        value={text.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        error={errors['name']}
      />
      <Textarea
        label={t('form.summary')}
        description={t('form.summaryWhy')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={1000}
        value={text.summary}
        onChange={({ currentTarget }) => onChange({ summary: currentTarget.value })}
        error={errors['summary']}
      />
      {isNew && (
        <div className="twofields">
          <Select
            label={t('filter.kind')}
            data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={text.kind}
            onChange={(kind) => kind && onChange({ kind: kind as CommunityKind })}
            allowDeselect={false}
            error={errors['kind']}
          />
          <Select
            label={t('filter.level')}
            data={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
            value={text.level}
            onChange={(level) => level && onChange({ level: level as Level })}
            allowDeselect={false}
            error={errors['level']}
          />
        </div>
      )}
      <MultiSelect
        label={t('form.languages')}
        data={languages}
        value={text.languages}
        onChange={(chosen) => onChange({ languages: chosen })}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('filter.nothing')}
        error={errors['languages']}
      />
      <MultiSelect
        label={t('form.countries')}
        description={t('form.countriesWhy')}
        data={countries}
        value={text.countries}
        onChange={(chosen) => onChange({ countries: chosen })}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('filter.nothing')}
        error={errors['countries']}
      />
      <MultiSelect
        label={t('form.themes')}
        data={(themes.data?.scheme.terms ?? []).map(({ id, label }) => ({ value: id, label }))}
        value={text.themes}
        onChange={(chosen) => onChange({ themes: chosen })}
        searchable
        hidePickedOptions
        maxValues={10}
        nothingFoundMessage={t('filter.nothing')}
        error={errors['themes']}
      />
      <fieldset className="stack g4">
        <legend className="formlegend">{t('charter.title')}</legend>
        <p className="small ink2">{t('form.charterWhy')}</p>
        {(['domain', 'community', 'practice'] as const).map((part) => (
          <Textarea
            key={part}
            label={t(`charter.${part}`)}
            description={t(`form.${part}Why`)}
            dir="auto"
            autosize
            minRows={3}
            maxLength={4000}
            value={text.charter[part]}
            onChange={({ currentTarget }) => onChange({ charter: { ...text.charter, [part]: currentTarget.value } })}
            error={errors[`charter.${part}`]}
          />
        ))}
      </fieldset>
      <Radio.Group
        label={t('form.joinPolicy')}
        value={text.joinPolicy}
        onChange={(joinPolicy) => onChange({ joinPolicy: joinPolicy as JoinPolicy })}
        error={errors['joinPolicy']}
      >
        <div className="stack g3" style={{ marginBlockStart: '.5rem' }}>
          {joinPolicies.map((value) => (
            <Radio key={value} value={value} label={t(`joinPolicy.${value}`)} description={t(`form.join.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {text.allowsIndividuals !== undefined && (
        <Checkbox
          label={t('organisations:seats.individuals')}
          description={t('organisations:seats.individualsWhy')}
          checked={text.allowsIndividuals}
          onChange={({ currentTarget }) => onChange({ allowsIndividuals: currentTarget.checked })}
        />
      )}
      <Radio.Group
        label={t('form.visibility')}
        value={text.visibility}
        onChange={(visibility) => onChange({ visibility: visibility as Visibility })}
        error={errors['visibility']}
      >
        <div className="stack g3" style={{ marginBlockStart: '.5rem' }}>
          {visibilities.map((value) => (
            <Radio key={value} value={value} label={t(`visibility.${value}`)} description={t(`form.see.${value}`)} />
          ))}
        </div>
      </Radio.Group>
    </>
  );
}
