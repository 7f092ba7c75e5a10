import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SuggestionsDocument } from '../gql/exchange/graphql.js';
import { listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { OfferRow } from './offer-row.js';

/** What others give or want that may fit, each with the reason. */
export function SuggestionList() {
  const { t } = useTranslation('exchange');
  const { locale } = useLanguage();
  const { data } = useQuery(SuggestionsDocument);
  if (!data) return null;
  return (
    <section aria-labelledby="suggestions" className="stack g2">
      <h2 id="suggestions">{t('suggestions')}</h2>
      <p className="small ink2">{t('suggestionsWhy')}</p>
      {data.exchangeSuggestions.length === 0 && <p className="small">{t('noSuggestions')}</p>}
      <ul className="plain">
        {data.exchangeSuggestions.map(({ offer, reasons, themes }) => (
          <OfferRow
            key={offer.id}
            offer={offer}
            why={reasons
              .map((reason) =>
                t(`fit.${reason}`, {
                  what: t(`kind.${offer.kind}`),
                  themes: listText(
                    themes.map(({ label }) => label),
                    locale,
                  ),
                }),
              )
              .join(' · ')}
          />
        ))}
      </ul>
      <Link to="/introductions">{t('titles.introductions')}</Link>
    </section>
  );
}
