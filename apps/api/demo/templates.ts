/** Templates of the platform, in our words, and the cohort of the demo. */
export const civicOrientation = {
  name: 'Local learning community on civic orientation',
  content: {
    kind: 'COMMUNITY_OF_PRACTICE',
    level: 'LOCAL',
    themeIds: ['civic-orientation'],
    summary:
      'People in {place} who teach, translate and organise civic orientation learn from each other what works with newcomers, and what the rules should allow.',
    charter: {
      domain:
        'Civic orientation and the first steps of newcomers in {place}: courses, interpreters, and the way from a course into work and school.',
      community:
        'Teachers, civic communicators, officers of the municipality, and associations led by those who took the courses themselves.',
      practice:
        'We visit each other’s lessons, keep one shared folder of materials, tell each other about failures, and take to the ministry what only it can change.',
    },
    visibility: 'PUBLIC',
    joinPolicy: 'ON_REQUEST',
    wanted: [
      { part: 'SEAT', title: 'An association led by migrants' },
      { part: 'SEAT', title: 'A research group that measures with us' },
      { part: 'ROLE', title: 'A facilitator who has taken a course' },
    ],
    rooms: [{ name: 'What went wrong', purpose: 'For telling of failures; nothing leaves this room.' }],
    series: [
      {
        title: 'Meeting of the learning community',
        need: 'What did we try this month, and what did we learn from it?',
        firstAfterWeeks: 2,
        everyWeeks: 4,
        times: 3,
        weekday: 2,
        at: '15:00',
        minutes: 90,
        place: 'Town hall of {place}; the link follows',
        seats: 25,
      },
    ],
    checklist: [
      'Speak with five people who would come, before the first meeting',
      'Read the charter together and change what does not fit {place}',
      'Invite one association led by migrants to a seat',
      'Agree where materials are kept',
      'Hold the first meeting and write down its three questions',
    ],
  },
} as const;

export const regionalHealth = {
  name: 'Regional exchange on health in the first languages',
  content: {
    kind: 'COMMUNITY_OF_PRACTICE',
    level: 'REGIONAL',
    themeIds: [],
    summary: 'Health workers, interpreters and associations in {place} share how they reach people who speak other languages.',
    charter: {
      domain: 'Health information and access to care for newcomers in {place}.',
      community: 'Clinics, public health offices, interpreters and associations.',
      practice: 'One case a month, a list of checked translations, and a yearly look at who was not reached.',
    },
    visibility: 'PUBLIC',
    joinPolicy: 'OPEN',
    wanted: [{ part: 'ROLE', title: 'An interpreter who facilitates' }],
    rooms: [],
    series: [],
    checklist: ['Find three clinics and two associations', 'Collect the translations that are there already'],
  },
} as const;

/** Who starts together in the demo. */
export const cohort = {
  name: 'Cohort of 2027',
  rows: [
    { name: 'Learning community Apeldoorn', country: 'NL', place: 'Apeldoorn', language: 'nl' },
    { name: 'Learning community Breda', country: 'NL', place: 'Breda', language: 'nl' },
    { name: 'Learning community Zwolle', country: 'NL', place: 'Zwolle', language: 'nl' },
  ],
} as const;

/** Words that the SHARE Network uses in more than one way: who said it, the word, what is meant, and where it comes from. */
export const words: [string, string, string, string?][] = [
  ['leyla', 'Integration', 'Newcomers and those who were here before change together; nobody is the measure for the other.'],
  [
    'joost',
    'Integration',
    'Having the same chances in work, school, housing and health as everybody else, counted by numbers.',
    'How our city measures it',
  ],
  ['fatou', 'Integration', 'A word that others use about us. We say: to belong, and to be asked.'],
  ['tomas', 'Small town', 'A municipality of fewer than 20,000 people, however near the next city is.'],
  ['annika', 'Arrival', 'The time until somebody no longer needs a person beside them at an office.'],
];
