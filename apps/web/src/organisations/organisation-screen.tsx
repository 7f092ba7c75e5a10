import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { InstantText } from '../design/small.js';
import { OrganisationFace } from '../design/who.js';
import { OrganisationDocument, type OrganisationQuery } from '../gql/organisations/graphql.js';
import { countryName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { OrganisationFacts } from './organisation-facts.js';
import { OrganisationPeople } from './organisation-people.js';
import { Proposal } from './seat-proposal.js';
import { SeatRow } from './seat-row.js';
import { Vouching } from './vouching.js';
import '../communities/communities.css';
import './organisations.css';

/** An organisation as everybody may know it; those who act for it look after its people and seats here. */
export function OrganisationScreen() {
  const { t } = useTranslation('organisations');
  const { organisationId } = useParams({ from: '/o/$organisationId' });
  const found = useQuery(OrganisationDocument, { variables: { id: organisationId } });
  return (
    <Page title={found.data?.organisation.name ?? t('titles.organisation')} size="narrow">
      <Loaded query={found}>{({ organisation }) => <Portrait organisation={organisation} onChange={() => void found.refetch()} />}</Loaded>
    </Page>
  );
}

function Portrait({ organisation, onChange }: { organisation: OrganisationQuery['organisation']; onChange: () => void }) {
  const { t } = useTranslation(['organisations', 'people']);
  const { locale } = useLanguage();
  const { id, name, type, city, country, about, profile, viewerCan, seats, seatProposals, endorsedPositions } = organisation;
  const place = [city, country && countryName(country, locale)].filter(Boolean).join(', ');
  return (
    <article className="sections organisation">
      <div>
        <header className="flex top organisationhead">
          <OrganisationFace name={name} />
          <div className="grow stack g1">
            <h1>
              <bdi>{name}</bdi>
            </h1>
            <p className="ink2">
              {t(`people:organisationType.${type}`)}
              {place && (
                <>
                  {' · '}
                  <bdi>{place}</bdi>
                </>
              )}
            </p>
            {(profile.isNewToField || (profile.isMigrantLed && type !== 'MIGRANT_LED')) && (
              <p className="flex wrap g2">
                {profile.isNewToField && <span className="mark">{t('profile.isNewToField')}</span>}
                {profile.isMigrantLed && type !== 'MIGRANT_LED' && <span className="mark">{t('profile.isMigrantLed')}</span>}
              </p>
            )}
            {organisation.isDemo && <p className="demo">{t('demo')}</p>}
          </div>
          {viewerCan.includes('EDIT') && (
            <Button component={Link} to="/o/$organisationId/edit" params={{ organisationId: id } as never} variant="default">
              {t('edit.edit')}
            </Button>
          )}
        </header>
        <Vouching organisation={organisation} />
        {about && (
          <p className="measure aboutorganisation" dir="auto">
            {about}
          </p>
        )}
        <OrganisationFacts organisation={organisation} />
      </div>
      {seatProposals.length > 0 && (
        <section aria-labelledby="proposals">
          <h2 id="proposals">{t('proposals.title')}</h2>
          <ul className="plain">
            {seatProposals.map((proposal) => (
              <Proposal key={proposal.id} proposal={proposal} side="organisation" onDone={onChange} />
            ))}
          </ul>
        </section>
      )}
      {seats.length > 0 && (
        <section aria-labelledby="seats">
          <h2 id="seats">{t('seats.ofOrganisation')}</h2>
          <ul className="plain">
            {seats.map((seat) => (
              <SeatRow key={seat.id} seat={seat} community={seat.community} onGone={onChange} />
            ))}
          </ul>
        </section>
      )}
      {endorsedPositions.length > 0 && (
        <section aria-labelledby="positions">
          <h2 id="positions">{t('positions.title')}</h2>
          <ul className="plain">
            {endorsedPositions.map((position) => (
              <li key={position.id} className="rowline small">
                <Link to="/positions/$positionId/public" params={{ positionId: position.id }}>
                  <b dir="auto">{position.title}</b>
                </Link>
                <div className="ink2">
                  {t(`positions.${position.answer === 'ENDORSE' ? 'signed' : 'withReservation'}`, { community: position.communityName })} ·{' '}
                  <InstantText at={position.publishedAt} style="day" />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <OrganisationPeople organisation={organisation} />
    </article>
  );
}
