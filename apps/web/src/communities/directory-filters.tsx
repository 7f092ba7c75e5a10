import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ThemesDocument } from '../gql/communities/graphql.js';
import { countryName, languageName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { workingLanguages } from '../people/zones.js';
import { byLabel, countryCodes, kinds, levels, orders } from './choices.js';
import { FilterChoice, Filters } from './filters.js';

/** What the address of the directory carries. */
export type DirectorySearch = {
  text?: string;
  theme?: string;
  level?: string;
  country?: string;
  language?: string;
  kind?: string;
  order?: string;
  mine?: string;
  archived?: string;
};

/** Narrows the directory; every choice is in the address. */
export function DirectoryFilters({ search, onChange }: { search: DirectorySearch; onChange: (changed: Partial<DirectorySearch>) => void }) {
  const { t } = useTranslation('communities');
  const { locale } = useLanguage();
  const themes = useQuery(ThemesDocument, { fetchPolicy: 'cache-first' });
  const countries = useMemo(
    () => countryCodes.map((value) => ({ value, label: countryName(value, locale) })).sort(byLabel(locale)),
    [locale],
  );
  const languages = useMemo(
    () => workingLanguages.map((value) => ({ value, label: languageName(value, locale) })).sort(byLabel(locale)),
    [locale],
  );
  const choice = (
    name: 'theme' | 'level' | 'country' | 'language' | 'kind',
    data: { value: string; label: string }[],
    searchable = false,
  ) => (
    <FilterChoice
      label={t(`filter.${name}`)}
      data={data}
      value={search[name]}
      onChange={(value) => onChange({ [name]: value })}
      searchable={searchable}
    />
  );
  return (
    <Filters
      text={search.text ?? ''}
      onText={(text) => onChange({ text: text || undefined })}
      isNarrowed={!!(search.theme ?? search.level ?? search.country ?? search.language ?? search.kind ?? search.order)}
    >
      {choice(
        'theme',
        (themes.data?.scheme.terms ?? []).map(({ id, label }) => ({ value: id, label })),
        true,
      )}
      {choice(
        'level',
        levels.map((value) => ({ value, label: t(`level.${value}`) })),
      )}
      {choice('country', countries, true)}
      {choice('language', languages, true)}
      {choice(
        'kind',
        kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      )}
      <Select
        label={t('filter.order')}
        data={orders.map((value) => ({ value, label: t(`order.${value}`) }))}
        value={search.order ?? 'NAME'}
        onChange={(value) => onChange({ order: value === 'NAME' || !value ? undefined : value })}
        allowDeselect={false}
      />
    </Filters>
  );
}
