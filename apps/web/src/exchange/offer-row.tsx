import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OfferPartsFragment } from '../gql/exchange/graphql.js';
import { countryName, instantText, languageName, listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

/** The facts of an offer in one line. */
export function OfferFacts({ offer }: { offer: OfferPartsFragment }) {
  const { t } = useTranslation('exchange');
  const { locale } = useLanguage();
  const where = [offer.place, offer.country && countryName(offer.country, locale)].filter(Boolean).join(', ');
  const spoken = listText(
    offer.languages.map((tag) => languageName(tag, locale)),
    locale,
  );
  const day = instantText(new Date(`${offer.until}T12:00:00Z`), 'day', locale, 'UTC');
  return (
    <p className="tiny ink2">
      {t(`direction.${offer.direction}`)} · {t(`kind.${offer.kind}`)}
      {where && (
        <>
          {' · '}
          <bdi>{where}</bdi>
        </>
      )}
      {spoken && ` · ${spoken}`} · {offer.state === 'OPEN' ? t('until', { day }) : t(`state.${offer.state}`)}
    </p>
  );
}

/** An offer or an ask as a line of the list. */
export function OfferRow({ offer, why }: { offer: OfferPartsFragment; why?: string }) {
  return (
    <li className="rowline offerrow" data-row>
      <h2 className="record">
        <Link to="/exchange/$offerId" params={{ offerId: offer.id }} className="quiet">
          <bdi>{offer.title}</bdi>
        </Link>
      </h2>
      {why && <p className="small">{why}</p>}
      <OfferFacts offer={offer} />
      <p className="small ink2">
        <bdi>{offer.person.name}</bdi>
        {offer.person.headline && (
          <>
            {' · '}
            <bdi>{offer.person.headline}</bdi>
          </>
        )}
      </p>
    </li>
  );
}
