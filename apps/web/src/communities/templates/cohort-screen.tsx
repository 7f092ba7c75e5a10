import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { InstantText } from '../../design/small.js';
import { Crumb } from '../../design/way.js';
import { CohortByIdDocument } from '../../gql/communities/graphql.js';
import { useLanguage } from '../../i18n/use-language.js';
import './templates.css';

/** A cohort: what it is tied to, and how far each of its communities is. */
export function CohortScreen() {
  const { t } = useTranslation(['templates', 'communities']);
  const { locale } = useLanguage();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId' });
  const found = useQuery(CohortByIdDocument, { variables: { id: cohortId }, fetchPolicy: 'cache-and-network' });
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  return (
    <Page title={found.data?.cohort.name ?? t('cohort')}>
      <Loaded query={found}>
        {({ cohort }) => (
          <div className="stack g6">
            <div className="stack g2">
              <Crumb>
                <Link key="whole" to="/c/$slug" params={{ slug: cohort.community.slug }}>
                  <bdi>{cohort.community.name}</bdi>
                </Link>
              </Crumb>
              <h1 className="record">
                <bdi>{cohort.name}</bdi>
              </h1>
              <p className="small ink2">
                {t('startedFrom', { template: cohort.templateName, version: cohort.templateVersion })} ·{' '}
                <bdi>
                  <InstantText at={cohort.startedAt} style="day" />
                </bdi>
              </p>
              {cohort.policyProcess && (
                <p className="small">
                  {t('tiedTo')}{' '}
                  {cohort.policyProcess.sourceUrl ? (
                    <a href={cohort.policyProcess.sourceUrl} rel="noreferrer noopener nofollow">
                      <bdi>{cohort.policyProcess.name}</bdi>
                    </a>
                  ) : (
                    <bdi>{cohort.policyProcess.name}</bdi>
                  )}
                </p>
              )}
            </div>
            <ul className="plain">
              {cohort.communities.map(({ community, place, done, toDo }) => (
                <li key={community.id} className="rowline cohortline">
                  <div className="grow stack g1">
                    <h2 className="cohortname">
                      <Link to="/c/$slug" params={{ slug: community.slug }} className="quiet">
                        <bdi>{community.name}</bdi>
                      </Link>
                    </h2>
                    <p className="small ink2">
                      <bdi>{place}</bdi> · {t('communities:row.members', { count: community.memberCount })} ·{' '}
                      {t('sessions', { count: community.sessionCount })} · {t('discussions', { count: community.threadCount })}
                    </p>
                  </div>
                  {toDo !== null && toDo > 0 && (
                    <p className="small nowrap">{t('steps', { done: number(done ?? 0), all: number(toDo) })}</p>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
