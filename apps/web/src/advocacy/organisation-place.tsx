import { useTranslation } from 'react-i18next';
import type { OrganisationType } from '../gql/advocacy/graphql.js';
import { countryName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

/** What kind of organisation it is and where, as one line. */
export function OrganisationPlace({
  organisation,
}: {
  organisation: { type: OrganisationType; country?: string | null; city?: string | null };
}) {
  const { t } = useTranslation('people');
  const { locale } = useLanguage();
  const { type, country, city } = organisation;
  const parts = [t(`organisationType.${type}`), city, country && countryName(country, locale)].filter((part) => !!part);
  return (
    <p className="small ink2">
      {parts.map((part, place) => (
        <span key={place}>
          {place > 0 && ' · '}
          <bdi>{part}</bdi>
        </span>
      ))}
    </p>
  );
}
