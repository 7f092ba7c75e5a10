import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

/** Words to search by; the list follows a moment after the last key. */
export function SearchField({ label, text, onChange }: { label: string; text: string; onChange: (text: string) => void }) {
  const [typed, type] = useState(text);
  const tell = useDebouncedCallback(onChange, 250);
  return (
    <TextInput
      className="auditfilter"
      label={label}
      type="search"
      value={typed}
      leftSection={<IconSearch size={17} aria-hidden />}
      onChange={(event) => {
        type(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
