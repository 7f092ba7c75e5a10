import { useQuery } from '@apollo/client/react';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ThemesDocument } from '../gql/communities/graphql.js';
import { countryName, languageName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { workingLanguages } from '../people/zones.js';
import { byLabel, countryCodes, kinds, levels, orders } from './choices.js';

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
  // On a phone six fields would push the communities off the screen.
  const [isOpen, setOpen] = useState(
    () => !!(search.theme ?? search.level ?? search.country ?? search.language ?? search.kind ?? search.order),
  );
  const [text, setText] = useState(search.text ?? '');
  const sent = useRef(search.text ?? '');
  const changeText = useDebouncedCallback((wanted: string) => {
    sent.current = wanted.trim();
    onChange({ text: sent.current || undefined });
  }, 250);
  // The address may change by itself, going back; but when it repeats what was typed here, more may have been typed since.
  useEffect(() => {
    const given = search.text ?? '';
    if (given === sent.current) return;
    sent.current = given;
    setText(given);
  }, [search.text]);
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
    <Select
      label={t(`filter.${name}`)}
      placeholder={t('filter.any')}
      data={data}
      value={search[name] ?? null}
      onChange={(value) => onChange({ [name]: value ?? undefined })}
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
      searchable={searchable}
      nothingFoundMessage={t('filter.nothing')}
    />
  );
  return (
    <search className={isOpen ? 'filters' : 'filters shut'}>
      <TextInput
        className="wide"
        type="search"
        label={t('filter.text')}
        leftSection={<IconSearch size={17} aria-hidden />}
        dir="auto"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          changeText(currentTarget.value);
        }}
      />
      <Button className="only-phone wide" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('filter.narrow')}
      </Button>
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
    </search>
  );
}
