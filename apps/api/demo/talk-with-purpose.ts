import type { DemoThread } from './talk.js';

const D = 24;

/** Conversations with a purpose: a case clinic, an experience note, an early signal, an announcement. */
export const purposeful: DemoThread[] = [
  {
    community: 'share-network',
    title: 'A family that gets letters from four offices and answers none',
    level: 'COMMUNITY',
    kind: 'CASE_CLINIC',
    posts: [
      {
        by: 'leyla',
        hoursAgo: 9 * D,
        text: 'A mother with three children, here since spring. Four offices write to her, each in its own words. She answers none of them any more, and last week the school fee was cut.\n\nI have read the letters aloud with her. She understood each one. What I do not understand is why nothing happens afterwards.\n\nMy question to you: **what would help her to begin?**',
      },
      {
        by: 'tomas',
        hoursAgo: 8 * D,
        movesTo: 'QUESTIONS',
        text: 'Who opens the letters at home? And which one came first?',
      },
      {
        by: 'leyla',
        hoursAgo: 8 * D - 5,
        text: 'Her daughter, who is twelve. The first was from the tax office, about a job she never had.',
      },
      { by: 'fatou', hoursAgo: 7 * D, text: 'Est-ce que quelqu’un lui a déjà téléphoné, au lieu d’écrire ?' },
      {
        by: 'annika',
        hoursAgo: 6 * D,
        movesTo: 'HEARD',
        text: 'I hear a woman who was blamed in the first letter for something she did not do, and who has stopped opening that door. And a child who does the work of a clerk.',
        reactions: { INSIGHT: ['leyla', 'tomas', 'fatou'] },
      },
      {
        by: 'sabine',
        hoursAgo: 5 * D,
        text: 'Ich höre Scham, und ich höre, dass Sie mehr Geduld mit ihr haben als die vier Ämter zusammen.',
        reactions: { THANKS: ['leyla'] },
      },
      {
        by: 'claire',
        hoursAgo: 3 * D,
        movesTo: 'SUGGESTIONS',
        text: 'Une seule lettre à la fois. Chez nous, le bureau d’accueil appelle le premier service avec elle, et c’est elle qui parle.',
        reactions: { AGREE: ['annika', 'leyla'] },
      },
      {
        by: 'oksana',
        hoursAgo: 2 * D,
        text: 'Почніть із податкової: доки той лист лежить, решта важить удвічі більше. І нехай дитину замінить дорослий перекладач.',
      },
    ],
  },
  {
    community: 'share-network',
    title: 'A kitchen table instead of a counter',
    level: 'COMMUNITY',
    kind: 'EXPERIENCE',
    posts: [
      {
        by: 'rui',
        hoursAgo: 4 * D,
        text: 'We took the counter out and put a table in, from a school that closed. People stay three minutes longer and ask the second question, the one they came for. It cost us forty euros and one quarrel about privacy: the door now closes.',
        reactions: { INSIGHT: ['leyla', 'annika', 'ines'] },
      },
    ],
  },
  {
    community: 'share-network',
    title: 'Landlords ask for a work contract of two years',
    level: 'COMMUNITY',
    kind: 'SIGNAL',
    seenToo: ['tiago', 'gianni', 'tomas', 'sabine', 'claire', 'annika'],
    posts: [
      {
        by: 'marek',
        hoursAgo: 3 * D - 6,
        text: 'Dolna and the two towns beside it, since September. It hits those on a seasonal permit first: nobody there has two years of anything.',
      },
      { by: 'tiago', hoursAgo: 2 * D - 3, text: 'The same in Porto, and the agencies all have the same form. Somebody sold it to them.' },
    ],
  },
  {
    community: 'share-network',
    title: 'From 1 December the welcome desks use one form',
    level: 'COMMUNITY',
    kind: 'ANNOUNCEMENT',
    readBy: ['marek', 'tomas', 'annika', 'sabine', 'rui'],
    posts: [
      {
        by: 'ines',
        hoursAgo: 30,
        text: 'You asked for it in June, here it is: **one form** for the first visit, two pages, in nine languages. From 1 December all our welcome desks use it.\n\n- The old forms are good until the end of the year.\n- Nobody has to fill in page two.\n- Questions: to me, or under this announcement.',
      },
    ],
  },
];
