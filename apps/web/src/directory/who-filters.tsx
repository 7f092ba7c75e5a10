import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { byLabel, countryCodes, levels } from '../communities/choices.js';
import { FilterChoice, Filters } from '../communities/filters.js';
import { DirectoryWordsDocument } from '../gql/directory/graphql.js';
import { countryName, languageName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { organisationTypes } from '../people/organisation-field.js';
import { workingLanguages } from '../people/zones.js';
import { foundOf, type WhoSearch } from './search-of.js';

type Name = 'theme' | 'group' | 'type' | 'level' | 'country' | 'language';

/** Narrows the directory; every choice is in the address. */
export function WhoFilters({ search, onChange }: { search: WhoSearch; onChange: (changed: Partial<WhoSearch>) => void }) {
  const { t } = useTranslation(['directory', 'communities', 'people']);
  const { locale } = useLanguage();
  const found = foundOf(search);
  const words = useQuery(DirectoryWordsDocument, { fetchPolicy: 'cache-first' });
  const sorted = useMemo(() => {
    const named = (values: readonly string[], name: (value: string, locale: string) => string) =>
      values.map((value) => ({ value, label: name(value, locale) })).sort(byLabel(locale));
    return { countries: named(countryCodes, countryName), languages: named(workingLanguages, languageName) };
  }, [locale]);
  const terms = (all: { id: string; label: string }[] | undefined) => (all ?? []).map(({ id, label }) => ({ value: id, label }));
  const choice = (name: Name, label: string, data: { value: string; label: string }[]) => (
    <FilterChoice label={label} data={data} value={search[name]} onChange={(value) => onChange({ [name]: value })} />
  );
  return (
    <Filters
      text={search.text ?? ''}
      onText={(text) => onChange({ text: text || undefined })}
      isNarrowed={!!(search.theme ?? search.group ?? search.type ?? search.level ?? search.country ?? search.language)}
    >
      {choice('theme', t('communities:filter.theme'), terms(words.data?.themes.terms))}
      {found === 'organisations' && choice('group', t('group'), terms(words.data?.groups.terms))}
      {found === 'organisations' &&
        choice(
          'type',
          t('type'),
          organisationTypes.map((value) => ({ value, label: t(`people:organisationType.${value}`) })),
        )}
      {found !== 'people' &&
        choice(
          'level',
          t('communities:filter.level'),
          levels.map((value) => ({ value, label: t(`communities:level.${value}`) })),
        )}
      {choice('country', t('communities:filter.country'), sorted.countries)}
      {choice('language', t('communities:filter.language'), sorted.languages)}
    </Filters>
  );
}
