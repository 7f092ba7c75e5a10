export type DemoAnswer = [organisation: string, answer: 'ENDORSE' | 'ENDORSE_WITH_RESERVATION' | 'STAND_ASIDE' | 'OBJECT', reason?: string];

/** Who wrote which block: `## ` begins a heading. */
export type DemoBlock = [by: string, text: string];

export interface DemoPosition {
  community: string;
  by: string;
  title: string;
  addressee: string;
  purpose: string;
  process: string | null;
  /** Days from today. */
  deadline: number;
  openedDaysAgo: number;
  text: DemoBlock[];
  round?: { openedDaysAgo: number; closesInDays: number; answers: DemoAnswer[] };
  outcome?: { adopted: boolean; statement: string; isPublished: boolean };
}

export const positions: DemoPosition[] = [
  {
    community: 'share-network',
    by: 'ines',
    title: 'Money that small towns can reach',
    process: 'eu-budget-2028-partnership-plans',
    addressee: 'The negotiators of the EU budget from 2028 and its national and regional partnership plans',
    purpose: 'That towns of fewer than 20,000 people can use European money without a loan.',
    deadline: 20,
    openedDaysAgo: 50,
    text: [
      [
        'ines',
        'A growing share of newcomers lives in towns of fewer than 20,000 people. These towns do the work of welcome, yet few of them can apply for European money on their own. Where the advance is small and payment comes after fourteen months, councils hand the money back.',
      ],
      ['marek', '## What we ask'],
      [
        'marek',
        'Each partnership plan should name integration as an aim of its own and keep at least a fifth of that money for municipalities with fewer than 20,000 people.',
      ],
      ['marek', 'Half of the grant should be paid when the contract is signed, and the rest in steps of no more than three months.'],
      [
        'fatou',
        'People with their own experience of migration should sit on the committees that watch over the money, with a vote, and with their costs paid.',
      ],
    ],
    round: {
      openedDaysAgo: 9,
      closesInDays: 6,
      answers: [
        ['quay', 'ENDORSE'],
        ['spilno', 'ENDORSE'],
        ['dolna', 'ENDORSE'],
        ['akersund', 'ENDORSE'],
        ['casa', 'ENDORSE_WITH_RESERVATION', 'We would accept 40 % at signature where a region stands guarantor.'],
        ['zacatek', 'ENDORSE_WITH_RESERVATION', 'A vote only if the seat is paid as work, not as a favour.'],
        ['rural', 'STAND_ASIDE', 'We study this and do not sign asks; we confirm the figures in the first paragraph.'],
        [
          'hohen',
          'OBJECT',
          'A fixed fifth would take money from cities with the most arrivals. A share that follows the number of newcomers, and never less than a tenth, would resolve it.',
        ],
      ],
    },
  },
  {
    community: 'share-network',
    by: 'ines',
    title: 'After temporary protection: a way to stay',
    process: 'eu-temporary-protection-ukraine',
    addressee: 'The Council of the European Union, before the end date of 4 March 2027',
    purpose: 'That families know in time, and that nobody falls out of school or work between two papers.',
    deadline: 16,
    openedDaysAgo: 15,
    text: [
      [
        'oksana',
        'Families who came in 2022 have built a life in our towns. Their children began school here. They do not ask for certainty about everything. They ask to know what happens on the morning after.',
      ],
      ['marek', 'Where the move to a national permit needs a day contract, those who work at night or care for children cannot make it.'],
      ['ines', '## What we ask'],
      ['oksana', 'Six months between the decision and the end date, in every member state.'],
    ],
  },
  {
    community: 'enomw',
    by: 'fatou',
    title: 'A permit of her own',
    process: 'istanbul-convention-eu',
    addressee: 'The member states that carry out the Istanbul Convention, and those who monitor it',
    purpose: 'That no woman has to choose between safety and her right to stay.',
    deadline: -40,
    openedDaysAgo: 120,
    text: [
      [
        'fatou',
        'A woman whose residence depends on her husband’s often does not report violence. She fears losing her papers, and with them her children.',
      ],
      [
        'oksana',
        'Article 59 of the Convention speaks of an autonomous permit. In practice we see waits of more than a year, and proofs that only the one who hurt her could give.',
      ],
      ['fatou', '## What we ask'],
      ['fatou', 'An autonomous permit on application, decided within sixty days, with the right to work from the first day.'],
      ['basma', 'Accompaniment by a person whom she chooses, paid, at every appointment.'],
    ],
    round: {
      openedDaysAgo: 80,
      closesInDays: -60,
      answers: [
        ['quay', 'ENDORSE'],
        ['spilno', 'ENDORSE'],
        ['vila', 'ENDORSE'],
        ['terra', 'ENDORSE'],
        ['care', 'ENDORSE_WITH_RESERVATION', 'Sixty days only with more staff in the offices; otherwise the queue moves elsewhere.'],
      ],
    },
    outcome: { adopted: true, statement: 'Adopted with one reservation, which is printed with the text.', isPublished: true },
  },
];
