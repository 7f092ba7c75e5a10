import { useQuery } from '@apollo/client/react';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byLabel, countryCodes, levels } from '../communities/choices.js';
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
  // On a phone many fields would push what was found off the screen.
  const [isOpen, setOpen] = useState(
    () => !!(search.theme ?? search.group ?? search.type ?? search.level ?? search.country ?? search.language),
  );
  const [text, setText] = useState(search.text ?? '');
  const sent = useRef(search.text ?? '');
  const changeText = useDebouncedCallback((wanted: string) => {
    sent.current = wanted.trim();
    onChange({ text: sent.current || undefined });
  }, 250);
  useEffect(() => {
    const given = search.text ?? '';
    if (given === sent.current) return;
    sent.current = given;
    setText(given);
  }, [search.text]);
  const sorted = useMemo(() => {
    const named = (values: readonly string[], name: (value: string, locale: string) => string) =>
      values.map((value) => ({ value, label: name(value, locale) })).sort(byLabel(locale));
    return { countries: named(countryCodes, countryName), languages: named(workingLanguages, languageName) };
  }, [locale]);
  const terms = (all: { id: string; label: string }[] | undefined) => (all ?? []).map(({ id, label }) => ({ value: id, label }));
  const choice = (name: Name, label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={t('communities:filter.any')}
      data={data}
      value={search[name] ?? null}
      onChange={(value) => onChange({ [name]: value ?? undefined })}
      clearable
      clearButtonProps={{ 'aria-label': t('communities:filter.clear') }}
      searchable
      nothingFoundMessage={t('communities:filter.nothing')}
    />
  );
  return (
    <search className={isOpen ? 'filters' : 'filters shut'}>
      <TextInput
        className="wide"
        type="search"
        label={t('communities:filter.text')}
        leftSection={<IconSearch size={17} aria-hidden />}
        dir="auto"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          changeText(currentTarget.value);
        }}
      />
      <Button className="only-phone wide" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('communities:filter.narrow')}
      </Button>
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
    </search>
  );
}
