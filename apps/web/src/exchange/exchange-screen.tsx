import { useQuery } from '@apollo/client/react';
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { byLabel, countryCodes } from '../communities/choices.js';
import { FilterChoice } from '../communities/filters.js';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Columns, Page } from '../design/page.js';
import { Empty } from '../design/states.js';
import { ExchangeWordsDocument, OffersDocument, type OfferFilter } from '../gql/exchange/graphql.js';
import { countryName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { useViewer } from '../shell/viewer.js';
import { offerKinds } from './choices.js';
import { OfferRow } from './offer-row.js';
import { SuggestionList } from './suggestion-list.js';
import './exchange.css';

type Search = { show?: string; kind?: string; theme?: string; country?: string };

const filterOf = ({ show, kind, theme, country }: Search): OfferFilter => {
  const known = offerKinds.find((one) => one === kind);
  return {
    ...(show === 'offers' && { direction: 'OFFER' }),
    ...(show === 'asks' && { direction: 'ASK' }),
    ...(show === 'mine' && { mine: true }),
    ...(known && { kinds: [known] }),
    ...(theme && { themes: [theme] }),
    ...(country && { countries: [country] }),
  };
};

/** What members give and want. */
export function ExchangeScreen() {
  const { t } = useTranslation(['exchange', 'communities', 'shell']);
  const { locale } = useLanguage();
  const viewer = useViewer();
  const navigate = useNavigate();
  const search: Search = useSearch({ from: '/exchange' });
  const filter = filterOf(search);
  const found = useQuery(OffersDocument, { variables: { filter, first: 20 } });
  const words = useQuery(ExchangeWordsDocument, { fetchPolicy: 'cache-first' });
  const change = (changed: Search) => void navigate({ to: '/exchange', search: { ...search, ...changed }, replace: true });
  const choice = (name: 'kind' | 'theme' | 'country', label: string, data: { value: string; label: string }[]) => (
    <FilterChoice label={label} data={data} value={search[name]} onChange={(value) => change({ [name]: value })} />
  );
  const post = viewer && (
    <Button component={Link} to="/exchange/new" leftSection={<IconPlus size={17} aria-hidden />}>
      {t('titles.new')}
    </Button>
  );
  return (
    <Page title={t('titles.exchange')}>
      <div className="flex between wrap">
        <h1>{t('titles.exchange')}</h1>
        {post}
      </div>
      <p className="ink2 measure">{t('why')}</p>
      <search className="offerfilters">
        {choice(
          'kind',
          t('field.kind'),
          offerKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        )}
        {choice(
          'theme',
          t('communities:filter.theme'),
          (words.data?.scheme.terms ?? []).map(({ id, label }) => ({ value: id, label })),
        )}
        {choice(
          'country',
          t('communities:filter.country'),
          countryCodes.map((value) => ({ value, label: countryName(value, locale) })).sort(byLabel(locale)),
        )}
      </search>
      <SegmentedControl
        style={{ maxWidth: '100%', overflowX: 'auto' }}
        aria-label={t('which')}
        value={search.show ?? 'all'}
        onChange={(show) => change({ show: show === 'all' ? undefined : show })}
        data={['all', 'offers', 'asks', ...(viewer ? ['mine'] : [])].map((value) => ({ value, label: t(`show.${value as 'all'}`) }))}
      />
      <Columns aside={viewer && <SuggestionList />}>
        <Loaded query={{ ...found, data: found.data ?? found.previousData }} shape="list">
          {({ offers: { nodes, pageInfo } }) =>
            nodes.length === 0 ? (
              <Empty title={t('none')} action={post}>
                {t('noneWhy')}
              </Empty>
            ) : (
              <>
                <ul className="plain">
                  {nodes.map((offer) => (
                    <OfferRow key={offer.id} offer={offer} />
                  ))}
                </ul>
                <More query={found} pageInfo={pageInfo} />
              </>
            )
          }
        </Loaded>
      </Columns>
    </Page>
  );
}
