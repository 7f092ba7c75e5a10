import type { Level, OrganisationSize, OrganisationType } from '#domain/people';

/** The password of every demo account: it opens nothing but invented content. */
export const DEMO_PASSWORD = 'red-thread-2026';

/** What it says about itself; themes and groups are terms of the vocabulary. */
export interface DemoProfile {
  level: keyof typeof Level;
  size: keyof typeof OrganisationSize;
  citiesServed: string[];
  languages: string[];
  themeIds: string[];
  targetGroupIds: string[];
  isNewToField?: boolean;
}

const profile = (
  level: DemoProfile['level'],
  size: DemoProfile['size'],
  words: Pick<DemoProfile, 'citiesServed' | 'languages' | 'themeIds' | 'targetGroupIds'>,
  isNewToField = false,
): DemoProfile => ({ level, size, ...words, isNewToField });

export interface DemoOrganisation {
  key: string;
  name: string;
  type: keyof typeof OrganisationType;
  country: string;
  city: string;
  about: string;
  profile: DemoProfile;
}

/** Invented organisations: towns, associations, migrant-led groups, researchers. */
export const organisations: DemoOrganisation[] = [
  {
    key: 'vila',
    name: 'Vila Serena',
    type: 'PUBLIC_BODY_LOCAL',
    country: 'PT',
    city: 'Vila Serena',
    profile: profile(
      'LOCAL',
      'SMALL',
      {
        citiesServed: ['Vila Serena'],
        languages: ['pt', 'en'],
        themeIds: ['early-reception-and-integration', 'access-to-services'],
        targetGroupIds: ['newly-arrived-migrants', 'families-and-parents'],
      },
      true,
    ),
    about: 'Town of 9,000 with a welcome desk of two.',
  },
  {
    key: 'casa',
    name: 'Casa Aberta',
    type: 'NGO',
    country: 'PT',
    city: 'Porto',
    profile: profile('REGIONAL', 'MICRO', {
      citiesServed: ['Porto', 'Gaia', 'Matosinhos'],
      languages: ['pt', 'en', 'fr'],
      themeIds: ['housing-and-settlement'],
      targetGroupIds: ['refugees-and-protection-beneficiaries', 'families-and-parents'],
    }),
    about: 'Association that rents flats and passes them on.',
  },
  {
    key: 'quay',
    name: 'Women of the Quay',
    type: 'MIGRANT_LED',
    country: 'BE',
    city: 'Ghent',
    profile: profile('LOCAL', 'VOLUNTEERS', {
      citiesServed: ['Ghent'],
      languages: ['fr', 'nl'],
      themeIds: ['social-participation', 'health-and-wellbeing'],
      targetGroupIds: ['women'],
    }),
    about: 'Women’s group, founded by four neighbours from Guinea and Senegal.',
  },
  {
    key: 'zacatek',
    name: 'Nový Začátek',
    type: 'NGO',
    country: 'CZ',
    city: 'Brno',
    profile: profile('REGIONAL', 'SMALL', {
      citiesServed: ['Brno', 'Břeclav'],
      languages: ['cs', 'uk', 'en'],
      themeIds: ['rights-legal-status-non-discrimination', 'employment'],
      targetGroupIds: ['labour-migrants', 'temporary-protection-beneficiaries'],
    }),
    about: 'Advice and accompaniment in the Brno region.',
  },
  {
    key: 'spilno',
    name: 'Spilno Lublin',
    type: 'MIGRANT_LED',
    country: 'PL',
    city: 'Lublin',
    profile: profile(
      'LOCAL',
      'VOLUNTEERS',
      {
        citiesServed: ['Lublin'],
        languages: ['uk', 'pl'],
        themeIds: ['social-participation', 'early-childhood-and-family'],
        targetGroupIds: ['temporary-protection-beneficiaries', 'families-and-parents'],
      },
      true,
    ),
    about: 'Ukrainian and Belarusian families who help each other and whoever comes next.',
  },
  {
    key: 'dolna',
    name: 'Municipality of Dolna',
    type: 'PUBLIC_BODY_LOCAL',
    country: 'PL',
    city: 'Dolna',
    profile: profile(
      'LOCAL',
      'SMALL',
      {
        citiesServed: ['Dolna'],
        languages: ['pl'],
        themeIds: ['governance-and-coordination', 'education-and-training'],
        targetGroupIds: ['children', 'families-and-parents'],
      },
      true,
    ),
    about: 'Town of 6,000 near Lublin.',
  },
  {
    key: 'akersund',
    name: 'Åkersund welcome desk',
    type: 'PUBLIC_SERVICE_PROVIDER',
    country: 'SE',
    city: 'Åkersund',
    profile: profile('LOCAL', 'SMALL', {
      citiesServed: ['Åkersund'],
      languages: ['sv', 'en', 'so'],
      themeIds: ['early-reception-and-integration', 'health-and-wellbeing'],
      targetGroupIds: ['newly-arrived-migrants'],
    }),
    about: 'One door for school, health and work.',
  },
  {
    key: 'rural',
    name: 'Institute for Rural Change',
    type: 'RESEARCH',
    country: 'FI',
    city: 'Joensuu',
    profile: profile('NATIONAL', 'MEDIUM', {
      citiesServed: [],
      languages: ['fi', 'en'],
      themeIds: ['governance-and-coordination'],
      targetGroupIds: ['integration-professionals'],
    }),
    about: 'Studies what happens when newcomers stay in small places.',
  },
  {
    key: 'hohen',
    name: 'District of Hohenbrück',
    type: 'PUBLIC_BODY_REGIONAL',
    country: 'DE',
    city: 'Hohenbrück',
    profile: profile('REGIONAL', 'LARGE', {
      citiesServed: ['Hohenbrück'],
      languages: ['de'],
      themeIds: ['language-learning', 'governance-and-coordination'],
      targetGroupIds: ['newly-arrived-migrants', 'integration-professionals'],
    }),
    about: 'District of 120,000 with 31 municipalities.',
  },
  {
    key: 'ghentaid',
    name: 'Diocesan Aid Ghent',
    type: 'FAITH_BASED',
    country: 'BE',
    city: 'Ghent',
    profile: profile('LOCAL', 'MICRO', {
      citiesServed: ['Ghent'],
      languages: ['nl', 'fr'],
      themeIds: ['housing-and-settlement', 'resettlement-and-complementary-pathways'],
      targetGroupIds: ['resettled-refugees', 'volunteers'],
    }),
    about: 'Parishes that host families.',
  },
  {
    key: 'care',
    name: 'Union of Care Workers',
    type: 'SOCIAL_PARTNER',
    country: 'ES',
    city: 'Valencia',
    profile: profile('NATIONAL', 'MEDIUM', {
      citiesServed: ['Valencia'],
      languages: ['es'],
      themeIds: ['employment', 'anti-racism-and-narratives'],
      targetGroupIds: ['labour-migrants', 'women'],
    }),
    about: 'Half of its members were born elsewhere.',
  },
  {
    key: 'terra',
    name: 'Terra Nostra',
    type: 'NGO',
    country: 'IT',
    city: 'Lecce',
    profile: profile('REGIONAL', 'MICRO', {
      citiesServed: ['Lecce', 'Brindisi'],
      languages: ['it', 'ar'],
      themeIds: ['employment', 'housing-and-settlement'],
      targetGroupIds: ['asylum-seekers', 'young-people'],
    }),
    about: 'Work and housing in the south.',
  },
  {
    key: 'pont',
    name: 'Le Pont',
    type: 'NGO',
    country: 'FR',
    city: 'Le Puy',
    profile: profile('LOCAL', 'MICRO', {
      citiesServed: ['Le Puy'],
      languages: ['fr'],
      themeIds: ['early-reception-and-integration', 'community-relations'],
      targetGroupIds: ['families-and-parents'],
    }),
    about: 'Accueille des familles dans les communes rurales.',
  },
  {
    key: 'bab',
    name: 'Bab al-Bahr',
    type: 'MIGRANT_LED',
    country: 'DE',
    city: 'Kiel',
    profile: profile('LOCAL', 'VOLUNTEERS', {
      citiesServed: ['Kiel'],
      languages: ['ar', 'de'],
      themeIds: ['education-and-training'],
      targetGroupIds: ['families-and-parents', 'children'],
    }),
    about: 'Arabic-speaking parents around three schools.',
  },
];

export interface DemoPerson {
  key: string;
  name: string;
  headline: string;
  organisation: string;
  hasMandate?: boolean;
  languages: string[];
  language: 'en' | 'fr' | 'de' | 'uk' | 'ar';
  timeZone: string;
  about?: string;
}

const p = (
  key: string,
  name: string,
  headline: string,
  organisation: string,
  languages: string,
  language: DemoPerson['language'],
  timeZone: string,
  more: Partial<DemoPerson> = {},
): DemoPerson => ({
  key,
  name,
  headline,
  organisation,
  languages: languages.split(' '),
  language,
  timeZone: `Europe/${timeZone}`,
  ...more,
});

/** Invented people. The first three are the demo's doors. */
export const people: DemoPerson[] = [
  p('leyla', 'Leyla Aydın', 'welcome desk, Vila Serena', 'vila', 'pt tr en', 'en', 'Lisbon', {
    hasMandate: true,
    about: 'I answer the phone, the door and the mayor.',
  }),
  p('ines', 'Inês Carvalho', 'coordinator, Porto', 'casa', 'pt en fr', 'en', 'Lisbon', {
    hasMandate: true,
    about: 'I keep the calendar, and I ask who is missing.',
  }),
  p('marek', 'Marek Zieliński', 'clerk for EU money, Dolna', 'dolna', 'pl en', 'en', 'Warsaw', {
    hasMandate: true,
    about: 'I know which annex they mean.',
  }),
  p('fatou', 'Fatou Diallo', 'women’s group, Ghent', 'quay', 'fr nl ff', 'fr', 'Brussels', { hasMandate: true }),
  p('tomas', 'Tomáš Horák', 'integration officer, Brno region', 'zacatek', 'cs en', 'en', 'Prague', { hasMandate: true }),
  p('oksana', 'Oksana Melnyk', 'association, Lublin', 'spilno', 'uk pl en', 'uk', 'Warsaw', { hasMandate: true }),
  p('annika', 'Annika Berg', 'welcome desk, Åkersund', 'akersund', 'sv en', 'en', 'Stockholm', { hasMandate: true }),
  p('eero', 'Eero Lahtinen', 'researcher, Joensuu', 'rural', 'fi en', 'en', 'Helsinki', { hasMandate: true }),
  p('sabine', 'Sabine Kroll', 'Integrationsbeauftragte, Hohenbrück', 'hohen', 'de en', 'de', 'Berlin', { hasMandate: true }),
  p('joost', 'Joost De Wilde', 'host families, Ghent', 'ghentaid', 'nl fr en', 'fr', 'Brussels', { hasMandate: true }),
  p('amparo', 'Amparo Ruiz', 'care workers’ union, Valencia', 'care', 'es en', 'en', 'Madrid', { hasMandate: true }),
  p('gianni', 'Gianni Greco', 'housing, Lecce', 'terra', 'it en', 'en', 'Rome', { hasMandate: true }),
  p('claire', 'Claire Fournier', 'accueil rural, Le Puy', 'pont', 'fr en', 'fr', 'Paris', { hasMandate: true }),
  p('nour', 'نور الخطيب', 'أولياء أمور، كيل', 'bab', 'ar de en', 'ar', 'Berlin', { hasMandate: true }),
  p('samir', 'Samir Haddad', 'school mediator, Kiel', 'bab', 'ar de', 'ar', 'Berlin'),
  p('iryna', 'Ірина Коваль', 'психологиня, Люблін', 'spilno', 'uk pl', 'uk', 'Warsaw'),
  p('danylo', 'Данило Шевчук', 'волонтер, Люблін', 'spilno', 'uk en', 'uk', 'Kyiv'),
  p('rui', 'Rui Tavares', 'town council, Vila Serena', 'vila', 'pt en', 'en', 'Lisbon'),
  p('mariam', 'Mariam Sylla', 'interpreter, Ghent', 'quay', 'fr nl ss', 'fr', 'Brussels'),
  p('pavla', 'Pavla Nováková', 'legal advice, Brno', 'zacatek', 'cs en uk', 'en', 'Prague'),
  p('karin', 'Karin Öberg', 'health coordinator, Malmö', 'akersund', 'sv en', 'en', 'Stockholm'),
  p('hodan', 'Hodan Warsame', 'health communicator, Skåne', 'akersund', 'so sv en', 'en', 'Stockholm'),
  p('jens', 'Jens Möller', 'Kreisverwaltung, Hohenbrück', 'hohen', 'de en', 'de', 'Berlin'),
  p('ulrike', 'Ulrike Sommer', 'Sprachkurse, Hohenbrück', 'hohen', 'de fr', 'de', 'Berlin'),
  p('basma', 'Basma Nasser', 'mentor, Lecce', 'terra', 'ar it', 'ar', 'Rome', { hasMandate: true }),
  p('tiago', 'Tiago Moreira', 'flats, Porto', 'casa', 'pt en', 'en', 'Lisbon'),
  p('helmi', 'Helmi Virtanen', 'doctoral researcher, Joensuu', 'rural', 'fi sv en', 'en', 'Helsinki'),
  p('luc', 'Luc Bertrand', 'maire adjoint, Haute-Loire', 'pont', 'fr', 'fr', 'Paris'),
  p('consuelo', 'Consuelo Peña', 'home care, Valencia', 'care', 'es', 'en', 'Madrid'),
  p('ewa', 'Ewa Mazur', 'school of Dolna', 'dolna', 'pl uk', 'en', 'Warsaw'),
];
