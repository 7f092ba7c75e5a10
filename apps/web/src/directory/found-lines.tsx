import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '../design/person-link.js';
import { OrganisationFace, PersonFace } from '../design/who.js';
import { AskIntroduction } from '../exchange/ask-introduction.js';
import type { FoundCommunityFragment, FoundOrganisationFragment, FoundPersonFragment } from '../gql/directory/graphql.js';
import { countryName, languageName, listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

const place = (at: { city?: string | null; country: string | null } | null, locale: string) =>
  at ? [at.city, at.country && countryName(at.country, locale)].filter(Boolean).join(', ') : '';

function Themes({ themes }: { themes: { id: string; label: string }[] }) {
  if (themes.length === 0) return null;
  return (
    <p className="small themes">
      {themes.map(({ id, label }) => (
        <span key={id} className="themeword">
          <bdi>{label}</bdi>
        </span>
      ))}
    </p>
  );
}

/** Each in its own direction: a name must not drag what stands beside it along. */
function Facts({ facts }: { facts: (string | null | undefined | false)[] }) {
  const said = facts.filter((fact) => typeof fact === 'string' && fact !== '');
  return (
    <p className="tiny ink2">
      {said.map((fact, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          <bdi>{fact}</bdi>
        </Fragment>
      ))}
    </p>
  );
}

/** An organisation as a line of the directory. */
export function OrganisationLine({ organisation, isSignedIn }: { organisation: FoundOrganisationFragment; isSignedIn: boolean }) {
  const { t } = useTranslation(['people', 'communities']);
  const { locale } = useLanguage();
  const { level, languages, themes } = organisation.profile;
  const facts = [
    t(`people:organisationType.${organisation.type}`),
    level && t(`communities:level.${level}`),
    place(organisation, locale),
    languages.length > 0 &&
      listText(
        languages.map((tag) => languageName(tag, locale)),
        locale,
      ),
  ];
  return (
    <li className="rowline foundrow" data-row>
      <OrganisationFace name={organisation.name} small />
      <div className="stack g1 grow">
        <h2 className="record">
          <bdi>{organisation.name}</bdi>
        </h2>
        <Facts facts={facts} />
        <Themes themes={themes} />
        {isSignedIn && <AskIntroduction organisationId={organisation.id} name={organisation.name} />}
      </div>
    </li>
  );
}

/** A community as a line of the directory. */
export function CommunityLine({ community }: { community: FoundCommunityFragment }) {
  const { t } = useTranslation('communities');
  const { locale } = useLanguage();
  const { countries } = community;
  const where =
    countries.length > 3
      ? t('row.countries', { count: countries.length })
      : listText(
          countries.map((code) => countryName(code, locale)),
          locale,
        );
  return (
    <li className="rowline foundrow" data-row>
      <div className="stack g1 grow">
        <h2 className="record">
          <Link to="/c/$slug" params={{ slug: community.slug }} className="quiet">
            <bdi>{community.name}</bdi>
          </Link>
        </h2>
        <p className="small measure" dir="auto">
          {community.summary}
        </p>
        <p className="tiny ink2">
          {[t(`kind.${community.kind}`), t(`level.${community.level}`), where, t('row.members', { count: community.memberCount })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  );
}

/** A person who chose to be found, as a line of the directory. */
export function PersonLine({ person }: { person: FoundPersonFragment }) {
  const { locale } = useLanguage();
  const facts = [
    person.organisation?.name,
    place(person.organisation, locale),
    listText(
      person.languages.map((tag) => languageName(tag, locale)),
      locale,
    ),
  ];
  return (
    <li className="rowline foundrow" data-row>
      <PersonFace name={person.name} pictureUrl={person.pictureUrl} small />
      <div className="stack g1 grow">
        <h2 className="record">
          <PersonLink person={person} />
        </h2>
        {person.headline && (
          <p className="small" dir="auto">
            {person.headline}
          </p>
        )}
        <Facts facts={facts} />
        {person.canHelp && (
          <p className="small measure" dir="auto">
            {person.canHelp}
          </p>
        )}
        <Themes themes={person.themes} />
      </div>
    </li>
  );
}
