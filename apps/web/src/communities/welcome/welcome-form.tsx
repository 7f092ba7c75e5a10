import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { Loaded } from '../../design/loaded.js';
import { WriteTrouble } from '../../design/states.js';
import { SetWelcomeDocument, WelcomeDocument } from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';
import './welcome.css';

interface Item {
  text: string;
  path: string;
}
const most = { steps: 3, reading: 5 } as const;
type List = keyof typeof most;

/** What newcomers see first: coordinators write it. */
export function WelcomeForm({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('welcome');
  const found = useQuery(WelcomeDocument, {
    variables: { slug: community.slug },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  return (
    <section aria-labelledby="welcomeform" className="stack g4">
      <div className="stack g1">
        <h2 id="welcomeform">{t('form.title')}</h2>
        <p className="small ink2">{t('form.why')}</p>
      </div>
      <Loaded query={found} shape="text">
        {({ community: { welcome } }) => <Form communityId={community.id} steps={welcome?.steps ?? []} reading={welcome?.reading ?? []} />}
      </Loaded>
    </section>
  );
}

const asItems = (items: Item[]): Item[] => items.map(({ text, path }) => ({ text, path }));

function Form({ communityId, ...before }: { communityId: string; steps: Item[]; reading: Item[] }) {
  const { t } = useTranslation(['welcome', 'shell']);
  const [lists, setLists] = useState<Record<List, Item[]>>({ steps: asItems(before.steps), reading: asItems(before.reading) });
  const { write, isWriting, failure } = useWrite(SetWelcomeDocument, { keyed: false });
  const change = (list: List, items: Item[]) => setLists((all) => ({ ...all, [list]: items }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ communityId, ...lists })) notifications.show({ message: t('shell:saved'), autoClose: 3000 });
  };
  const shown = (['steps', 'reading'] as const).flatMap((list) =>
    lists[list].flatMap((_, i) => [`${list}.${i}.text`, `${list}.${i}.path`]),
  );
  return (
    <form className="stack g4" onSubmit={(event) => void save(event)} noValidate>
      {(['steps', 'reading'] as const).map((list) => (
        <fieldset key={list} className="stack g3">
          <legend className="formlegend">{t(list)}</legend>
          {lists[list].map((item, i) => (
            <div key={i} className="welcomeitem">
              {(['text', 'path'] as const).map((part) => (
                <TextInput
                  key={part}
                  label={t(`form.${part}`)}
                  dir={part === 'path' ? 'ltr' : 'auto'}
                  maxLength={part === 'path' ? 500 : 200}
                  placeholder={part === 'path' ? '/c/…' : undefined}
                  value={item[part]}
                  onChange={({ currentTarget }) =>
                    change(
                      list,
                      lists[list].map((one, at) => (at === i ? { ...one, [part]: currentTarget.value } : one)),
                    )
                  }
                  error={failure?.fields[`${list}.${i}.${part}`]}
                />
              ))}
              <button
                type="button"
                className="rowmore"
                aria-label={t('form.remove', { name: item.text })}
                onClick={() =>
                  change(
                    list,
                    lists[list].filter((_, at) => at !== i),
                  )
                }
              >
                <IconX size={18} aria-hidden />
              </button>
            </div>
          ))}
          {lists[list].length < most[list] && (
            <div>
              <Button variant="default" onClick={() => change(list, [...lists[list], { text: '', path: '' }])}>
                {t(`form.add.${list}`)}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <WriteTrouble failure={failure} shownFields={shown} />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('shell:save')}
        </Button>
      </div>
    </form>
  );
}
