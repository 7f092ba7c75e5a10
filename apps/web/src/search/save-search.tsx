import { Button, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { SavedSearchesDocument, SaveSearchDocument } from '../gql/search/graphql.js';
import { filterOf, type SearchAddress } from './address.js';

/** Keeps the search that is open; once a week a notice tells what it finds anew. */
export function SaveSearch({ address, onSaved }: { address: SearchAddress; onSaved: (id: string) => void }) {
  const { t } = useTranslation('search');
  const { write, isWriting, failure } = useWrite(SaveSearchDocument);
  const [name, setName] = useState<string | null>(null);
  const text = address.q ?? '';
  if (name === null)
    return (
      <Button variant="default" leftSection={<IconBookmark size={17} aria-hidden />} onClick={() => setName(text.slice(0, 80))}>
        {t('keep')}
      </Button>
    );
  const save = async () => {
    const filter = filterOf(address) ?? null;
    const done = await write(
      { name: name.trim(), text, filter },
      {
        update: (cache, data) =>
          cache.updateQuery({ query: SavedSearchesDocument }, (before) =>
            before ? { ...before, savedSearches: [...before.savedSearches, data.saveSearch] } : before,
          ),
      },
    );
    if (done) {
      setName(null);
      onSaved(done.saveSearch.id);
    }
  };
  return (
    <form
      className="stack g2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        data-autofocus
        label={t('keepName')}
        description={t('keepWhy')}
        dir="auto"
        maxLength={80}
        value={name}
        error={failure?.fields['name']}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <WriteTrouble failure={failure} shownFields={['name']} />
      <div className="flex">
        <Button type="submit" loading={isWriting} disabled={!name.trim()}>
          {t('keepDo')}
        </Button>
        <Button variant="subtle" onClick={() => setName(null)}>
          {t('keepNot')}
        </Button>
      </div>
    </form>
  );
}
