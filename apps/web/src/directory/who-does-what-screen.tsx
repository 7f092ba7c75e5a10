import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { countryName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { useViewer } from '../shell/viewer.js';
import { FoundList } from './found-list.js';
import { foundOf, kindsOfFound, type WhoSearch } from './search-of.js';
import { useCountries } from './use-countries.js';
import { WhoFilters } from './who-filters.js';
import './directory.css';

const CountryMap = lazy(() => import('./country-map.js').then((m) => ({ default: m.CountryMap })));

/** Who does what, where, for whom, in which language. */
export function WhoDoesWhatScreen() {
  const { t } = useTranslation('directory');
  const { locale } = useLanguage();
  const viewer = useViewer();
  const navigate = useNavigate();
  const router = useRouter();
  const search: WhoSearch = useSearch({ from: '/directory' });
  const found = foundOf(search);
  const countries = useCountries(search, !!viewer);
  const view = search.map === 'world' ? 'world' : 'europe';
  const change = (changed: Partial<WhoSearch>) => {
    if (router.latestLocation.pathname !== '/directory') return;
    void navigate({ to: '/directory', search: { ...search, ...changed }, replace: true });
  };
  const choose = (country: string | undefined) => change({ country });
  return (
    <Page title={t('titles.directory')} size="wide">
      <div className="flex between wrap">
        <h1>{t('titles.directory')}</h1>
        {viewer?.isAdministrator && (
          <Button
            component="a"
            href="/export/organisations.csv"
            download
            variant="default"
            leftSection={<IconDownload size={17} aria-hidden />}
          >
            {t('exportAll')}
          </Button>
        )}
      </div>
      <SegmentedControl
        className="whatfound"
        aria-label={t('what')}
        value={found}
        onChange={(what) => change({ what: what === 'organisations' ? undefined : what })}
        data={kindsOfFound.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <WhoFilters search={search} onChange={change} />
      <div className="whogrid">
        <FoundList
          search={search}
          isSignedIn={!!viewer}
          onClear={() => void navigate({ to: '/directory', search: { what: search.what, map: search.map }, replace: true })}
        />
        <aside className="whomap" aria-label={t('map')}>
          <div className="flex between wrap">
            <h2>{t('map')}</h2>
            <SegmentedControl
              size="xs"
              aria-label={t('mapOf')}
              value={view}
              onChange={(wanted) => change({ map: wanted === 'world' ? 'world' : undefined })}
              data={[
                { value: 'europe', label: t('europe') },
                { value: 'world', label: t('world') },
              ]}
            />
          </div>
          <div className="mapframe" dir="ltr">
            <Suspense fallback={null}>
              <CountryMap
                counts={new Map(countries.map(({ country, count }) => [country, count]))}
                view={view}
                chosen={search.country}
                onChoose={choose}
              />
            </Suspense>
          </div>
          {countries.length === 0 && <p className="small ink2">{t('noCountries')}</p>}
          <ul className="plain countrylist">
            {countries.map(({ country, count }) => (
              <li key={country}>
                <button
                  type="button"
                  className="countrybutton"
                  aria-pressed={country === search.country}
                  onClick={() => choose(country === search.country ? undefined : country)}
                >
                  <bdi>{countryName(country, locale)}</bdi>
                  <span className="num">{new Intl.NumberFormat(locale).format(count)}</span>
                </button>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </Page>
  );
}
