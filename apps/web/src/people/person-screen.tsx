import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { Empty } from '../design/states.js';
import { OrganisationFace, PersonFace } from '../design/who.js';
import { AskIntroduction } from '../exchange/ask-introduction.js';
import { PersonDocument, type PersonQuery } from '../gql/people/graphql.js';
import { countryName, instantText, languageName, listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { useNow } from '../i18n/use-now.js';
import { useViewer } from '../shell/viewer.js';
import './people.css';

/** A person as the others see her: who, where from, which languages, what time it is there. */
export function PersonScreen() {
  const { t } = useTranslation(['people', 'shell']);
  const { personId } = useParams({ from: '/people/$personId' });
  const found = useQuery(PersonDocument, { variables: { id: personId } });
  return (
    <Page title={found.data?.person?.name ?? t('titles.person')} size="narrow">
      <Loaded query={found}>
        {({ person }) => (person ? <Portrait person={person} /> : <Empty title={t('person.notHere')}>{t('shell:notFound.text')}</Empty>)}
      </Loaded>
    </Page>
  );
}

function Portrait({ person }: { person: NonNullable<PersonQuery['person']> }) {
  const { t } = useTranslation('people');
  const { locale } = useLanguage();
  const now = useNow();
  const viewer = useViewer();
  const { organisation } = person;
  const place =
    organisation && [organisation.city, organisation.country && countryName(organisation.country, locale)].filter(Boolean).join(', ');
  return (
    <article className="portrait">
      <header className="flex top" style={{ gap: '1.5rem' }}>
        <PersonFace name={person.name} pictureUrl={person.pictureUrl} />
        <div className="grow stack g1">
          <h1>
            <bdi>{person.name}</bdi>
          </h1>
          {person.headline && (
            <p className="ink2">
              <bdi>{person.headline}</bdi>
            </p>
          )}
          {person.isDemo && <p className="demo">{t('person.demo')}</p>}
          {viewer && viewer.person.id !== person.id && <AskIntroduction personId={person.id} name={person.name} />}
          {viewer?.person.id === person.id && (
            <div>
              <Button component={Link} to="/profile" variant="default" mt="xs">
                {t('person.edit')}
              </Button>
            </div>
          )}
        </div>
      </header>
      {person.about && (
        <p className="measure aboutperson" dir="auto">
          {person.about}
        </p>
      )}
      <dl className="personfacts">
        {organisation && (
          <div>
            <dt>{t('profile.organisation')}</dt>
            <dd className="flex">
              <OrganisationFace name={organisation.name} small />
              <span>
                <Link to="/o/$organisationId" params={{ organisationId: organisation.id }}>
                  <bdi>{organisation.name}</bdi>
                </Link>
                <span className="small ink2" style={{ display: 'block' }}>
                  {t(`organisationType.${organisation.type}`)}
                  {place && (
                    <>
                      {' · '}
                      <bdi>{place}</bdi>
                    </>
                  )}
                </span>
              </span>
            </dd>
          </div>
        )}
        {person.languages.length > 0 && (
          <div>
            <dt>{t('profile.languages')}</dt>
            <dd>
              {listText(
                person.languages.map((tag) => languageName(tag, locale)),
                locale,
              )}
            </dd>
          </div>
        )}
        {person.canHelp && (
          <div>
            <dt>{t('listing.canHelp')}</dt>
            <dd dir="auto">{person.canHelp}</dd>
          </div>
        )}
        {person.themes.length > 0 && (
          <div>
            <dt>{t('listing.themes')}</dt>
            <dd>
              {listText(
                person.themes.map(({ label }) => label),
                locale,
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('person.timeThere')}</dt>
          <dd>
            {instantText(now, 'weekdayAndTime', locale, person.timeZone)}{' '}
            <span className="small ink2">
              <bdi>{person.timeZone}</bdi>
            </span>
          </dd>
        </div>
      </dl>
    </article>
  );
}
