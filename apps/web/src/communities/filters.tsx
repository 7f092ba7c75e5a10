import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../design/search-field.js';
import './filters.css';

/** Narrows a list by words and by choices. On a phone many fields would push what was found off the screen: they come when asked for, or when one is in use. */
export function Filters({
  text,
  onText,
  isNarrowed,
  children,
}: {
  text: string;
  onText: (text: string) => void;
  isNarrowed: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('communities');
  const [isOpen, setOpen] = useState(isNarrowed);
  return (
    <search className={isOpen ? 'filters' : 'filters shut'}>
      <SearchField className="wide" label={t('filter.text')} text={text} onChange={onText} />
      <Button className="only-phone wide" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('filter.narrow')}
      </Button>
      {children}
    </search>
  );
}

/** One of many, or any. */
export function FilterChoice({
  label,
  data,
  value,
  onChange,
  searchable = true,
}: {
  label: string;
  data: { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  searchable?: boolean;
}) {
  const { t } = useTranslation('communities');
  return (
    <Select
      label={label}
      placeholder={t('filter.any')}
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
      searchable={searchable}
      nothingFoundMessage={t('filter.nothing')}
    />
  );
}
