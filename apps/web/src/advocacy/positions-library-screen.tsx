import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { InstantText } from '../design/small.js';
import { Empty } from '../design/states.js';
import { PublicPositionsDocument } from '../gql/advocacy/graphql.js';
import { useKeys } from '../shell/keys.js';
import { useOwnZone } from '../shell/own-zone.js';
import { step } from './row-keys.js';
import './advocacy.css';

const pageSize = 20;

/** What communities have said to the world: open to everyone. */
export function PositionsLibraryScreen() {
  const { t } = useTranslation(['advocacy', 'shell']);
  const zone = useOwnZone();
  const found = useQuery(PublicPositionsDocument, { variables: { first: pageSize } });
  const [isAll, setAll] = useState(false);
  useKeys({ j: () => step(1), k: () => step(-1) });
  const more = async (after: string) => {
    const { data } = await found.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...before,
        publicPositions: [...before.publicPositions, ...fetchMoreResult.publicPositions],
      }),
    });
    setAll((data?.publicPositions.length ?? 0) < pageSize);
  };
  return (
    <Page title={t('titles.positionsLibrary')}>
      <h1>{t('titles.positionsLibrary')}</h1>
      <p className="ink2 measure">{t('library.what')}</p>
      <Loaded query={found} shape="list">
        {({ publicPositions: positions }) =>
          positions.length === 0 ? (
            <Empty title={t('library.empty')}>{t('library.emptyWhy')}</Empty>
          ) : (
            <>
              <ul className="plain positions measure">
                {positions.map((position) => (
                  <li key={position.id} className="rowline libraryrow stack g1">
                    <h2 className="record" dir="auto">
                      <Link className="quiet" data-row to="/positions/$positionId/public" params={{ positionId: position.id }}>
                        {position.title}
                      </Link>
                    </h2>
                    <p className="ink2">{t('addressedTo', { addressee: position.addressee })}</p>
                    <p className="small ink2">
                      <bdi>{position.communityName}</bdi> ·{' '}
                      {t('public.behind', { count: position.signatories.length + position.reservations.length })} ·{' '}
                      <InstantText at={position.publishedAt} style="day" timeZone={zone} />
                    </p>
                    {position.isDemo && <p className="demo">{t('public.demo')}</p>}
                  </li>
                ))}
              </ul>
              {!isAll && positions.length % pageSize === 0 && (
                <Button variant="default" onClick={() => void more(positions.at(-1)!.id)}>
                  {t('shell:more')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
