import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../data/use-room.js';
import { Loaded } from '../design/loaded.js';
import { Columns, Page } from '../design/page.js';
import { Empty } from '../design/states.js';
import { HomeDocument, type HomeQuery } from '../gql/home/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { useNow } from '../i18n/use-now.js';
import { useItemKeys } from '../peer-learning/item-keys.js';
import { useOwnZone } from '../shell/own-zone.js';
import { useViewer } from '../shell/viewer.js';
import { AskRow } from './ask-row.js';
import { Budget } from './budget.js';
import { HomeAside } from './home-aside.js';
import './home.css';

type Said = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

const isSaid = (number: number): number is Said => number >= 1 && number <= 10;

/** Numbers up to ten in words, as one says them; each language keeps its own, since they bend with what is counted. */
function useHead(things: number, minutes: number): string {
  const { t } = useTranslation('home');
  return t('head', {
    things: isSaid(things) ? t(`thingsInWords.${things}`) : t('things', { count: things }),
    minutes: isSaid(minutes) ? t(`minutesInWords.${minutes}`) : t('minutes', { count: minutes }),
  });
}

/** What needs me, in at most ten minutes, and then I am let go again. */
export function HomeScreen() {
  const { t } = useTranslation('home');
  const viewer = useViewer();
  const found = useQuery(HomeDocument);
  const refetch = () => void found.refetch();
  useRoom(
    viewer && `person:${viewer.person.id}`,
    ({ kind }) => (kind === 'inbox-changed' || kind === 'seat-changed') && refetch(),
    () => undefined,
  );
  return (
    <Page title={t('titles.home')}>
      <Loaded query={found}>{({ home }) => <Home home={home} onChanged={refetch} />}</Loaded>
    </Page>
  );
}

function Home({ home, onChanged }: { home: HomeQuery['home']; onChanged: () => void }) {
  const { t } = useTranslation('home');
  const { locale } = useLanguage();
  const zone = useOwnZone();
  // What was done or stopped here leaves at once; the server says the same at the next look.
  const [gone, setGone] = useState<string[]>([]);
  useItemKeys();
  const asks = home.asks.filter(({ id, notificationKind }) => !gone.includes(id) && !gone.includes(notificationKind ?? id));
  const minutes = asks.reduce((sum, ask) => sum + ask.minutes, 0);
  const today = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(useNow());
  const head = useHead(asks.length, minutes);
  const leave = (key: string) => setGone((before) => [...before, key]);
  const comeBack = (key: string) => setGone((before) => before.filter((one) => one !== key));
  return (
    <Columns aside={<HomeAside home={home} />}>
      <p className="ink2 small">{today}</p>
      {asks.length === 0 ? (
        <>
          <h1 className="homehead">{t('nothing.title')}</h1>
          <Empty
            title={t('nothing.why')}
            action={
              <Button component={Link} to="/communities" variant="default">
                {t('nothing.look')}
              </Button>
            }
          >
            {t('nothing.yours')}
          </Empty>
        </>
      ) : (
        <>
          <h1 className="homehead">{head}</h1>
          <Budget asks={asks} />
          <ol className="plain">
            {asks.map((ask, i) => (
              <AskRow key={ask.id} ask={ask} number={i + 1} onGone={leave} onBack={comeBack} onChanged={onChanged} />
            ))}
          </ol>
        </>
      )}
      {home.leftOutCount > 0 && <p className="ink2 leftout">{t('leftOut', { count: home.leftOutCount })}</p>}
    </Columns>
  );
}
