import { useQuery } from '@apollo/client/react';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { step } from '../advocacy/row-keys.js';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Page } from '../design/page.js';
import { Empty } from '../design/states.js';
import { SearchDocument } from '../gql/search/graphql.js';
import { useKeys } from '../shell/keys.js';
import { useViewer } from '../shell/viewer.js';
import { filterOf, type SearchAddress } from './address.js';
import { BeforeTyping } from './before-typing.js';
import { FacetLists } from './facets.js';
import { HitRow } from './hit-row.js';
import { Problems } from './problems.js';
import { keepSearch } from './recent-searches.js';
import { SavedList } from './saved-list.js';
import { SaveSearch } from './save-search.js';
import './search.css';

/** Search across everything that one may read; the address says all of it. */
export function SearchScreen() {
  const { t } = useTranslation('search');
  const viewer = useViewer();
  const personId = viewer?.person.id ?? '';
  const navigate = useNavigate();
  const router = useRouter();
  const address: SearchAddress = useSearch({ from: '/search' });
  const [text, setText] = useState(address.q ?? '');
  const sent = useRef(address.q ?? '');
  const field = useRef<HTMLInputElement>(null);

  const change = (next: SearchAddress, replace = false) => {
    if (router.latestLocation.pathname === '/search') void navigate({ to: '/search', search: next, replace });
  };
  const send = (wanted: string) => {
    sent.current = wanted.trim();
    change({ ...address, q: sent.current || undefined, saved: undefined }, true);
  };
  const sendSoon = useDebouncedCallback(send, 120);
  // Back and forward, and a search that is kept, write into the field.
  useEffect(() => {
    const given = address.q ?? '';
    if (given === sent.current) return;
    sent.current = given;
    setText(given);
  }, [address.q]);
  useEffect(() => field.current?.focus(), []);
  useKeys({ j: () => step(1), k: () => step(-1) });

  const filter = filterOf(address);
  const isAsked = !!address.q || !!filter;
  const order = address.order === 'newest' ? ('NEWEST' as const) : ('BEST' as const);
  const query = useQuery(SearchDocument, {
    variables: { text: address.q ?? '', filter: filter ?? null, order, after: null },
    skip: !isAsked,
    fetchPolicy: 'cache-and-network',
  });
  const choose = (wanted: string) => {
    setText(wanted);
    send(wanted);
    field.current?.focus();
  };
  const keep = () => keepSearch(personId, address.q ?? '');

  return (
    <Page title={t('title')} size="wide">
      <h1>{t('title')}</h1>
      <search className="searchline">
        <TextInput
          ref={field}
          type="search"
          size="md"
          aria-label={t('field')}
          placeholder={t('placeholder')}
          leftSection={<IconSearch size={19} aria-hidden />}
          dir="auto"
          maxLength={400}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            sendSoon(currentTarget.value);
          }}
          onKeyDown={({ key }) => {
            if (key === 'Enter') {
              send(text);
              keepSearch(personId, text);
            }
            if (key === 'ArrowDown') step(1);
          }}
        />
      </search>
      <div className="searchgrid">
        <div>
          {!isAsked && <BeforeTyping personId={personId} onChoose={choose} />}
          {isAsked && (
            <Loaded query={{ ...query, data: query.data ?? query.previousData }} shape="list">
              {({ search: found }) => (
                <>
                  <div className="flex between wrap searchhead">
                    <p className="small ink2" role="status">
                      {found.isMore ? t('atLeast', { count: found.count }) : t('found', { count: found.count })}
                    </p>
                    <SegmentedControl
                      size="xs"
                      aria-label={t('order.label')}
                      value={order}
                      onChange={(wanted) => change({ ...address, order: wanted === 'NEWEST' ? 'newest' : undefined })}
                      data={[
                        { value: 'BEST', label: t('order.BEST') },
                        { value: 'NEWEST', label: t('order.NEWEST') },
                      ]}
                    />
                  </div>
                  <Problems problems={found.problems} isTyping={text.trim() !== (address.q ?? '') || text.endsWith(':')} />
                  {found.meant.length > 0 && (
                    <p className="small">
                      {t('meant', { count: found.meant.length })} <bdi>{found.meant.join(', ')}</bdi>
                    </p>
                  )}
                  <ul className="plain" aria-busy={query.loading}>
                    {found.nodes.map((hit) => (
                      <HitRow key={`${hit.kind} ${hit.id}`} hit={hit} onOpen={keep} />
                    ))}
                  </ul>
                  {found.nodes.length === 0 && (
                    <div style={{ marginBlockStart: '1.5rem' }}>
                      <Empty title={t('nothing')}>{filter ? t('nothingNarrowed') : t('nothingWhy')}</Empty>
                    </div>
                  )}
                  {found.isMore && !found.pageInfo.hasNextPage && <p className="small ink2">{t('moreThere')}</p>}
                  <More query={query} pageInfo={found.pageInfo} />
                </>
              )}
            </Loaded>
          )}
        </div>
        <aside aria-label={t('aside')} className="searchaside">
          {isAsked && query.data && <FacetLists facets={query.data.search.facets} address={address} onChange={change} />}
          {isAsked && !address.saved && <SaveSearch address={address} onSaved={(id) => change({ ...address, saved: id }, true)} />}
          <SavedList openId={address.saved} onOpen={(saved) => change(saved)} />
        </aside>
      </div>
    </Page>
  );
}
