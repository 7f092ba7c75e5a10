import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';
import { workingLanguages } from '../../people/zones.js';
import { byLabel } from '../choices.js';

/** Beside the languages communities work in, those that many newcomers speak. */
const spoken = ['ti', 'so', 'ps', 'fa', 'ku', 'ckb', 'am', 'ur', 'bn', 'sw', 'wo', 'ff', 'ln', 'vi', 'zh', 'hi'];

/** Several languages, in the order of the reader's alphabet. */
export function LanguageChoice({
  label,
  description,
  value,
  onChange,
  error,
}: {
  label: string;
  description?: string;
  value: string[];
  onChange: (value: string[]) => void;
  error?: string | undefined;
}) {
  const { t } = useTranslation('support');
  const { locale } = useLanguage();
  const data = useMemo(
    () =>
      [...new Set([...workingLanguages, ...spoken, ...value])]
        .map((tag) => ({ value: tag, label: languageName(tag, locale) }))
        .sort(byLabel(locale)),
    [locale, value],
  );
  return (
    <MultiSelect
      label={label}
      description={description}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      hidePickedOptions
      maxValues={20}
      nothingFoundMessage={t('noLanguage')}
      error={error}
    />
  );
}
