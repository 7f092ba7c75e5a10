import { useQuery } from '@apollo/client/react';
import { ActionIcon, Switch } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { showUndo } from '../design/undo.js';
import {
  ChangeSavedSearchDocument,
  RemoveSavedSearchDocument,
  SavedSearchesDocument,
  type SavedSearchesQuery,
  SaveSearchDocument,
  SeeSavedSearchDocument,
} from '../gql/search/graphql.js';
import { addressOf, type SearchAddress } from './address.js';

type Saved = SavedSearchesQuery['savedSearches'][number];

/** The searches one keeps, with how much is new; opened, it is new no longer. */
export function SavedList({ openId, onOpen }: { openId: string | undefined; onOpen: (address: SearchAddress) => void }) {
  const { t } = useTranslation('search');
  const { data, refetch } = useQuery(SavedSearchesDocument);
  const { write: see } = useWrite(SeeSavedSearchDocument);
  const { write: change } = useWrite(ChangeSavedSearchDocument);
  const { write: remove } = useWrite(RemoveSavedSearchDocument);
  const { write: save } = useWrite(SaveSearchDocument);
  const saved = data?.savedSearches ?? [];
  const open = saved.find(({ id }) => id === openId);

  // A notice leads here by the id alone.
  useEffect(() => {
    if (open && new URLSearchParams(location.search).get('q') === null && (open.text || Object.values(open.filter).some(Array.isArray)))
      onOpen(addressOf(open));
  }, [open, onOpen]);
  useEffect(() => {
    if (openId && open) void see({ savedSearchId: openId });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each that is opened, not again when the list is read anew
  }, [openId, !open]);

  if (saved.length === 0) return null;
  const takeAway = async (one: Saved) => {
    const done = await remove(
      { savedSearchId: one.id },
      {
        update: (cache) =>
          cache.updateQuery({ query: SavedSearchesDocument }, (before) =>
            before ? { ...before, savedSearches: before.savedSearches.filter(({ id }) => id !== one.id) } : before,
          ),
      },
    );
    if (!done) return;
    const { kinds, communityIds, years, languages, themes } = one.filter;
    showUndo({
      message: t('savedGone', { name: one.name }),
      undo: t('undo'),
      onUndo: () =>
        void save({ name: one.name, text: one.text, filter: { kinds, communityIds, years, languages, themes } }).then(() => refetch()),
    });
  };
  return (
    <section aria-labelledby="saved-searches">
      <h2 id="saved-searches" className="facethead">
        {t('saved')}
      </h2>
      <ul className="plain">
        {saved.map((one) => (
          <li key={one.id} className="savedrow">
            <div className="flex between">
              <button
                type="button"
                className="facetbutton grow"
                aria-current={one.id === openId ? 'true' : undefined}
                onClick={() => onOpen(addressOf(one))}
              >
                <bdi>{one.name}</bdi>
                {one.newCount > 0 && <span className="num newfound">{t('newFound', { count: one.newCount })}</span>}
              </button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('takeAway', { name: one.name })}
                onClick={() => void takeAway(one)}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            </div>
            <Switch
              size="xs"
              label={t('tellMe')}
              aria-label={t('tellMeOf', { name: one.name })}
              checked={one.isOn}
              onChange={({ currentTarget }) => void change({ savedSearchId: one.id, isOn: currentTarget.checked })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
