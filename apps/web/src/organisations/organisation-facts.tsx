import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { OrganisationPartsFragment } from '../gql/organisations/graphql.js';
import { languageName, listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { contextGroups } from './choices.js';

/** What an organisation says about itself: level, size, places, languages, themes, whom it works with, and its context. */
export function OrganisationFacts({ organisation: { profile, website } }: { organisation: OrganisationPartsFragment }) {
  const { t } = useTranslation(['organisations', 'communities']);
  const { locale } = useLanguage();
  const words = (terms: { label: string }[]) =>
    terms.length > 0 &&
    listText(
      terms.map(({ label }) => label),
      locale,
    );
  const facts: [string, ReactNode][] = [
    [t('profile.level'), profile.level && t(`communities:level.${profile.level}`)],
    [t('profile.size'), profile.size && t(`size.${profile.size}`)],
    [t('profile.citiesServed'), profile.citiesServed.length > 0 && <bdi>{listText(profile.citiesServed, locale)}</bdi>],
    [
      t('profile.languages'),
      profile.languages.length > 0 &&
        listText(
          profile.languages.map((tag) => languageName(tag, locale)),
          locale,
        ),
    ],
    [t('profile.themes'), words(profile.themes)],
    [t('profile.targetGroups'), words(profile.targetGroups)],
    [
      t('profile.website'),
      website && (
        <a href={website} rel="noopener noreferrer nofollow" target="_blank" dir="ltr">
          {website.replace(/^https?:\/\//i, '').replace(/\/$/, '')}
        </a>
      ),
    ],
  ];
  const shown = facts.filter(([, value]) => Boolean(value));
  const isContextThere = Object.values(profile.context).some((said) => typeof said === 'string' && said && said !== 'OrganisationContext');
  return (
    <>
      {shown.length > 0 && (
        <dl className="organisationfacts">
          {shown.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {isContextThere && (
        <details className="organisationcontext">
          <summary>{t('context.title')}</summary>
          {contextGroups.map(([group, dimensions]) => {
            const said = dimensions.filter((dimension) => profile.context[dimension]);
            return (
              said.length > 0 && (
                <section key={group}>
                  <h3>{t(`context.groups.${group}`)}</h3>
                  <dl className="organisationfacts">
                    {said.map((dimension) => (
                      <div key={dimension}>
                        <dt>{t(`context.${dimension}`)}</dt>
                        <dd dir="auto">{profile.context[dimension]}</dd>
                      </div>
                    ))}
                  </dl>
                </section>
              )
            );
          })}
        </details>
      )}
    </>
  );
}
