import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { InstantText } from '../design/small.js';
import { Empty } from '../design/states.js';
import { MailLogDocument, type MailState } from '../gql/oversight/graphql.js';
import { AdminFrame } from './admin-frame.js';

const states = ['QUEUED', 'SENT', 'KEPT', 'DROPPED'] as const satisfies MailState[];

/** What became of mails: never what they said. */
export function AdminMailsScreen() {
  const { t } = useTranslation('oversight');
  const navigate = useNavigate();
  const search = useSearch({ from: '/admin/mails' });
  const state = states.find((known) => known === search.state) ?? null;
  const found = useQuery(MailLogDocument, { variables: { state, after: null } });
  return (
    <AdminFrame title={t('admin.mails')}>
      <p className="ink2 measure">{t('mails.intro')}</p>
      <NativeSelect
        className="auditfilter"
        label={t('audit.about')}
        value={state ?? ''}
        onChange={(event) =>
          void navigate({
            to: '/admin/mails',
            search: event.currentTarget.value ? { state: event.currentTarget.value } : {},
            replace: true,
          })
        }
        data={[{ value: '', label: t('audit.aboutAll') }, ...states.map((value) => ({ value, label: t(`mails.states.${value}`) }))]}
      />
      <Loaded query={found} shape="list">
        {({ mailLog: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty title={t('mails.none')} />
          ) : (
            <>
              <ul className="plain">
                {nodes.map((mail) => (
                  <li key={mail.id} className="rowline flex wrap top auditrow">
                    <span className="grow small">
                      <b>
                        <bdi>{mail.to ?? '…'}</bdi>
                      </b>
                      <span className="ink2">
                        {' '}
                        · <bdi>{mail.kind}</bdi>
                      </span>
                      <span className="ink2" style={{ display: 'block' }}>
                        {t(`mails.states.${mail.state}`)}
                        {mail.reason && ` · ${t(`mails.reasons.${mail.reason as 'EXPIRED'}`)}`}
                      </span>
                    </span>
                    <span className="small ink2">
                      <InstantText at={mail.createdAt} />
                    </span>
                  </li>
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
