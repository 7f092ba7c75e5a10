import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Page } from '../design/page.js';
import { RelativeTime } from '../design/small.js';
import { Empty } from '../design/states.js';
import { IntroductionsDocument } from '../gql/exchange/graphql.js';
import { useViewer } from '../shell/viewer.js';
import './exchange.css';

/** Whom I would like to get to know, and who would like to get to know me. */
export function IntroductionsScreen() {
  const { t } = useTranslation('exchange');
  const viewer = useViewer();
  const found = useQuery(IntroductionsDocument, { variables: { first: 20 } });
  return (
    <Page title={t('titles.introductions')} size="narrow">
      <h1>{t('titles.introductions')}</h1>
      <p className="ink2 measure intro">{t('introductionsWhy')}</p>
      <Loaded query={found} shape="list">
        {({ introductions: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty
              title={t('noIntroductions')}
              action={
                <Button component={Link} to="/directory" variant="default">
                  {t('toDirectory')}
                </Button>
              }
            >
              {t('noIntroductionsWhy')}
            </Empty>
          ) : (
            <>
              <ul className="plain">
                {nodes.map(({ id, asker, person, organisation, state, askedAt, offer }) => (
                  <li key={id} className="rowline offerrow" data-row>
                    <h2 className="record">
                      <Link to="/introductions/$introductionId" params={{ introductionId: id }} className="quiet">
                        {asker.id === viewer?.person.id
                          ? t('youAsk', { name: person?.name ?? organisation?.name ?? '' })
                          : t('theyAsk', { name: asker.name })}
                      </Link>
                    </h2>
                    <p className="tiny ink2">
                      {t(`introductionState.${state}`)} · <RelativeTime at={askedAt} />
                      {offer && (
                        <>
                          {' · '}
                          <bdi>{offer.title}</bdi>
                        </>
                      )}
                    </p>
                  </li>
                ))}
              </ul>
              <More query={found} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
