/** Charters of the demo's liveliest communities, in our words; the others' are composed from facts. */
export const charters: Record<string, { domain: string; community: string; practice: string }> = {
  'share-network': {
    domain: 'Welcoming newcomers well in small towns and rural regions: resettlement, first months, and staying.',
    community: 'Towns, regions, associations and migrant-led groups that do the work. Those who have arrived themselves speak first.',
    practice: 'We find each other partners, visit each other, write down what works, and ask for rules and money that fit small places.',
  },
  'partnership-skane': {
    domain: 'Health and civic orientation for newcomers in one region, in the languages they speak.',
    community: 'Municipalities, the region, public services, associations and researchers of Skåne.',
    practice: 'We develop courses and materials together, train communicators, and measure what changes.',
  },
  enomw: {
    domain: 'The rights of migrant and refugee women: protection, work, health, and a say.',
    community: 'Organisations led by migrant women all over Europe.',
    practice: 'We learn from each other’s cases and bring them to those who write the law.',
  },
  'solidar-task-force-migration': {
    domain: 'Inclusion as a question of social rights: work, protection, taking part.',
    community: 'Member organisations with their own experience of migration, unions and service providers.',
    practice: 'We agree on joint messages, check them with practice, and carry them to the institutions.',
  },
};

/** Who joins the lively communities, and as what; the first of each list coordinates, the second facilitates. */
export const memberships: Record<string, string[]> = {
  'share-network': [
    'ines',
    'tomas',
    'leyla',
    'marek',
    'fatou',
    'oksana',
    'annika',
    'eero',
    'sabine',
    'joost',
    'amparo',
    'gianni',
    'claire',
    'nour',
    'rui',
    'mariam',
    'tiago',
    'luc',
    'helmi',
    'ewa',
    'danylo',
  ],
  'partnership-skane': ['karin', 'annika', 'hodan', 'leyla', 'nour', 'eero', 'helmi', 'iryna'],
  enomw: ['fatou', 'oksana', 'leyla', 'mariam', 'basma', 'consuelo', 'amparo', 'hodan', 'iryna'],
  'solidar-task-force-migration': ['amparo', 'gianni', 'marek', 'ines', 'fatou', 'consuelo', 'sabine'],
  'european-resettlement-network': ['ines', 'joost', 'claire', 'luc', 'annika'],
  'uclg-cop-migration': ['rui', 'sabine', 'jens', 'leyla'],
  'cz-consortium-migrant-ngos': ['pavla', 'tomas'],
  'pl-migration-consortium': ['oksana', 'ewa', 'danylo', 'iryna', 'marek'],
  'nightingale-network': ['ulrike', 'samir', 'hodan'],
  'intercultural-cities': ['jens', 'rui', 'samir', 'ulrike'],
  picum: ['consuelo', 'pavla', 'amparo'],
  'nl-learning-system-civic-integration': ['joost', 'annika', 'claire'],
  'spring-community': ['helmi', 'eero', 'gianni', 'claire', 'ines'],
};
