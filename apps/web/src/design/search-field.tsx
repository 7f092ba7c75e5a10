import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

/** Words to search by, which the address carries; the list follows a moment after the last key. */
export function SearchField({
  label,
  text,
  onChange,
  className,
}: {
  label: string;
  text: string;
  onChange: (text: string) => void;
  className?: string;
}) {
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  const tell = useDebouncedCallback((wanted: string) => {
    sent.current = wanted.trim();
    onChange(sent.current);
  }, 250);
  // The address may change by itself, going back; but when it repeats what was typed here, more may have been typed since.
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);
  return (
    <TextInput
      className={className}
      type="search"
      label={label}
      leftSection={<IconSearch size={17} aria-hidden />}
      dir="auto"
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
  );
}
