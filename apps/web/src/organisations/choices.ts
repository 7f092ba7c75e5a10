import type { OrganisationContextInput, OrganisationSize } from '../gql/organisations/graphql.js';

/** How many people carry an organisation, from few to many. */
export const sizes: OrganisationSize[] = ['VOLUNTEERS', 'MICRO', 'SMALL', 'MEDIUM', 'LARGE'];

/** The nine dimensions of a context, in their three groups. */
export const contextGroups: ['beneficiaries' | 'receivingSociety' | 'space', (keyof OrganisationContextInput)[]][] = [
  ['beneficiaries', ['migrationPatterns', 'socioEconomic', 'demography']],
  ['receivingSociety', ['societyType', 'awareness', 'socialClimate']],
  ['space', ['socialSpatial', 'stakeholders', 'politicalCommitment']],
];
