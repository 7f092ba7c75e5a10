import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Trouble } from '../design/states.js';
import { AdminStateDocument } from '../gql/oversight/graphql.js';
import { AdminFrame } from './admin-frame.js';

/** How the server is doing, at a glance. */
export function AdminStateScreen() {
  const { t } = useTranslation('oversight');
  const found = useQuery(AdminStateDocument, { fetchPolicy: 'network-only' });
  return (
    <AdminFrame title={t('admin.state')}>
      <p className="ink2 measure">{t('admin.intro')}</p>
      <Loaded query={found} shape="text">
        {({ auditState, mailCounts, parkedJobs }) => (
          <>
            {!auditState.holds && (
              <Trouble title={t('state.auditBroken')}>
                <p>{t('state.auditBrokenWhy')}</p>
                <ul>
                  {auditState.faults.map((fault) => (
                    <li key={fault}>
                      <code>{fault}</code>
                    </li>
                  ))}
                </ul>
              </Trouble>
            )}
            <dl className="statelist">
              <div>
                <dt>{t('audit.title')}</dt>
                <dd>{auditState.holds ? t('state.auditHolds') : t('state.auditBroken')}</dd>
              </div>
              <div>
                <dt>{t('admin.jobs')}</dt>
                <dd>
                  <Link to="/admin/jobs">{t('state.parked', { count: parkedJobs.length })}</Link>
                </dd>
              </div>
              <div>
                <dt>{t('admin.mails')}</dt>
                <dd>
                  {mailCounts.length === 0 ? (
                    t('state.noMails')
                  ) : (
                    <ul className="plain">
                      {mailCounts.map(({ state, count }) => (
                        <li key={state}>
                          <Link to="/admin/mails" search={{ state }}>
                            {t(`mails.counted.${state}`, { count })}
                          </Link>
                        </li>
                      ))}
                    </ul>
                  )}
                </dd>
              </div>
            </dl>
          </>
        )}
      </Loaded>
    </AdminFrame>
  );
}
