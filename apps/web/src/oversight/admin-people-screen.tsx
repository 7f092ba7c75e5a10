import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { SearchField } from '../design/search-field.js';
import { Empty } from '../design/states.js';
import { AccountsDocument, type AccountState } from '../gql/oversight/graphql.js';
import { AccountRow } from './account-row.js';
import { AdminFrame } from './admin-frame.js';

const states = ['ACTIVE', 'SUSPENDED', 'LEAVING', 'ADMINISTRATOR'] as const satisfies AccountState[];

/** Accounts and how they stand. */
export function AdminPeopleScreen() {
  const { t } = useTranslation('oversight');
  const navigate = useNavigate();
  const search = useSearch({ from: '/admin/people' });
  const state = states.find((known) => known === search.state) ?? null;
  const found = useQuery(AccountsDocument, { variables: { text: search.text ?? null, state, after: null } });
  const choose = (changed: { text?: string | undefined; state?: string | undefined }) =>
    void navigate({ to: '/admin/people', search: { ...search, ...changed }, replace: true });
  return (
    <AdminFrame title={t('admin.people')}>
      <div className="adminfilters">
        <SearchField
          className="auditfilter"
          label={t('people.find')}
          text={search.text ?? ''}
          onChange={(text) => choose({ text: text || undefined })}
        />
        <NativeSelect
          className="auditfilter"
          label={t('people.state')}
          value={state ?? ''}
          onChange={(event) => choose({ state: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('people.all') }, ...states.map((value) => ({ value, label: t(`people.states.${value}`) }))]}
        />
      </div>
      <Loaded query={found} shape="list">
        {({ accounts: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty title={t('people.none')} />
          ) : (
            <>
              <ul className="plain">
                {nodes.map((account) => (
                  <AccountRow key={account.id} account={account} />
                ))}
              </ul>
              <More query={found} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </AdminFrame>
  );
}
