import { useQuery } from '@apollo/client/react';
import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { CohortsOfDocument, TickStartItemDocument, type CohortsOfQuery } from '../../gql/communities/graphql.js';

/** First steps for those who lead a new community, and who or what it looks for, for everyone. */
export function Beginnings({ slug }: { slug: string }) {
  const { t } = useTranslation('templates');
  const { data } = useQuery(CohortsOfDocument, { variables: { slug } });
  if (!data) return null;
  const { startItems, viewerCan } = data.community;
  const leads = viewerCan.includes('INVITE');
  const steps = startItems.filter((item) => !item.part);
  const wanted = startItems.filter((item) => item.part);
  return (
    <>
      {leads && steps.length > 0 && <Steps id="steps" items={steps} />}
      {wanted.length > 0 &&
        (leads ? (
          <Items id="wanted" title={t('lookingFor')} items={wanted} />
        ) : (
          <section aria-labelledby="wanted">
            <h2 id="wanted">{t('lookingFor')}</h2>
            <ul>
              {wanted.map((item) => (
                <li key={item.id}>
                  <bdi>{item.text}</bdi>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

/** The list goes once everything is done, but not under the hand that ticks the last one off. */
function Steps({ items, id }: { items: Item[]; id: string }) {
  const { t } = useTranslation('templates');
  const [wasOpen] = useState(() => items.some((step) => !step.doneAt));
  return wasOpen || items.some((step) => !step.doneAt) ? <Items id={id} title={t('checklist')} items={items} /> : null;
}

type Item = CohortsOfQuery['community']['startItems'][number];

function Items({ id, title, items }: { id: string; title: string; items: Item[] }) {
  const { write, failure } = useWrite(TickStartItemDocument);
  const tick = (itemId: string, isDone: boolean) =>
    void write(
      { itemId, isDone },
      {
        optimistic: {
          __typename: 'Mutation',
          tickStartItem: { __typename: 'StartItem', id: itemId, doneAt: isDone ? new Date().toISOString() : null },
        },
      },
    );
  return (
    <section aria-labelledby={id} className="stack g3">
      <h2 id={id}>{title}</h2>
      {items.map((item) => (
        <Checkbox
          key={item.id}
          label={<bdi>{item.text}</bdi>}
          checked={Boolean(item.doneAt)}
          onChange={({ currentTarget }) => tick(item.id, currentTarget.checked)}
        />
      ))}
      <WriteTrouble failure={failure} />
    </section>
  );
}

/** The cohorts of a community, and the way to a new one. */
export function Cohorts({ slug, communityId }: { slug: string; communityId: string }) {
  const { t } = useTranslation('templates');
  const { data } = useQuery(CohortsOfDocument, { variables: { slug } });
  if (!data) return null;
  const { cohorts, cohort, viewerCan } = data.community;
  const may = viewerCan.includes('CONNECT');
  if (cohorts.length === 0 && !cohort && !may) return null;
  return (
    <section aria-labelledby="cohorts" className="stack g3">
      <h2 id="cohorts">{t('cohorts')}</h2>
      {cohort && (
        <p className="small">
          {t('startedIn')}{' '}
          <Link to="/cohorts/$cohortId" params={{ cohortId: cohort.id }}>
            <bdi>{cohort.name}</bdi>
          </Link>
        </p>
      )}
      {cohorts.length > 0 && (
        <ul>
          {cohorts.map((one) => (
            <li key={one.id}>
              <Link to="/cohorts/$cohortId" params={{ cohortId: one.id }}>
                <bdi>{one.name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {may && (
        <div className="flex wrap">
          <Button component={Link} to="/c/$slug/cohorts/new" params={{ slug } as never} variant="default">
            {t('newCohort')}
          </Button>
          <Button component={Link} to="/templates/new" search={{ from: communityId } as never} variant="default">
            {t('fromThis')}
          </Button>
          <Button component={Link} to="/templates" variant="default">
            {t('title')}
          </Button>
        </div>
      )}
    </section>
  );
}
