import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOwnZone } from '../shell/own-zone.js';

/** A day and a time on one's own clocks, with the name of the zone. */
export function InstantField({
  label,
  why,
  value,
  onChange,
  error,
}: {
  label: string;
  why?: string;
  value: string;
  onChange: (local: string) => void;
  error?: string | undefined;
}) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  const inZone = t('form.inZone', { zone: zone.replaceAll('_', ' ') });
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={why ? `${why} ${inZone}` : inZone}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      maw="22rem"
    />
  );
}
