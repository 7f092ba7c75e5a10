import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { forget } from '../data/connections.js';
import { useCall } from '../data/use-call.js';
import { Loaded } from '../design/loaded.js';
import { InstantText } from '../design/small.js';
import { Empty, WriteTrouble } from '../design/states.js';
import { ParkedJobsDocument, RetryParkedJobDocument } from '../gql/oversight/graphql.js';
import { AdminFrame } from './admin-frame.js';

/** Work that failed for good and waits for somebody to look. */
export function AdminJobsScreen() {
  const { t } = useTranslation('oversight');
  const found = useQuery(ParkedJobsDocument, { fetchPolicy: 'network-only' });
  const retry = useCall(RetryParkedJobDocument);
  return (
    <AdminFrame title={t('admin.jobs')}>
      <p className="ink2 measure">{t('jobs.intro')}</p>
      <WriteTrouble failure={retry.failure} />
      <Loaded query={found} shape="list">
        {({ parkedJobs }) =>
          parkedJobs.length === 0 ? (
            <Empty title={t('jobs.none')}>{t('jobs.noneWhy')}</Empty>
          ) : (
            <ul className="plain">
              {parkedJobs.map(({ id, queue, failedAt, error, attempts }) => (
                <li key={id} className="rowline flex top accounthead">
                  <div className="grow small">
                    <b>
                      <bdi>{queue}</bdi>
                    </b>
                    <div className="ink2">
                      <bdi>{error}</bdi> · {t('jobs.attempts', { count: attempts })} · <InstantText at={failedAt} />
                    </div>
                  </div>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`${t('jobs.retry')}: ${queue}`}
                    onClick={() => void retry.call({ id }, { update: (cache) => forget(cache, 'ParkedJob', id) })}
                  >
                    {t('jobs.retry')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </AdminFrame>
  );
}
