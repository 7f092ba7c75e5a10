import { MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { allZones, workingLanguages } from './zones.js';

/** The languages one works in, each by its name in the language of the page. */
export function LanguagesField({ value, onChange, error }: { value: string[]; onChange: (tags: string[]) => void; error?: string }) {
  const { t } = useTranslation('people');
  const { locale } = useLanguage();
  const options = useMemo(
    () =>
      [...new Set([...workingLanguages, ...value])]
        .map((tag) => ({ value: tag, label: languageName(tag, locale) }))
        .sort((a, b) => a.label.localeCompare(b.label, locale)),
    [locale, value],
  );
  return (
    <MultiSelect
      label={t('profile.languages')}
      description={t('profile.languagesWhy')}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('profile.noSuchLanguage')}
      error={error}
    />
  );
}

/** The zone in which every time is shown to this person. */
export function ZoneField({ value, onChange, error }: { value: string; onChange: (zone: string) => void; error?: string }) {
  const { t } = useTranslation('people');
  const zones = useMemo(() => allZones(value), [value]);
  return (
    <Select
      label={t('profile.timeZone')}
      description={t('profile.timeZoneWhy')}
      data={zones}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      searchable
      allowDeselect={false}
      limit={60}
      dir="ltr"
      nothingFoundMessage={t('profile.noSuchZone')}
      error={error}
    />
  );
}
