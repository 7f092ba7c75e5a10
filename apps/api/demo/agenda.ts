import type { SessionKind } from '#domain/peer-learning';

export interface DemoSession {
  community: string;
  by: string;
  title: string;
  kind: keyof typeof SessionKind;
  need: string;
  host: string | null;
  /** Days from today, and the wall clock in the zone. */
  day: number;
  at: string;
  timeZone: string;
  minutes: number;
  place: string | null;
  link: string | null;
  seats: number;
  description: string;
  takes: string[];
  cancelled?: string;
  /** Moved after people had signed up. */
  movedTo?: { day: number; at: string };
  /** Those with a seat can speak off the record while it lasts. */
  isOffRecord?: boolean;
}

export const sessions: DemoSession[] = [
  {
    community: 'share-network',
    by: 'ines',
    title: 'How small towns reach EU money',
    kind: 'PEER_LEARNING',
    host: 'dolna',
    need: 'We gave the money back. Our council could not pre-finance fourteen months, and nobody wanted to say so aloud.',
    day: 5,
    at: '10:00',
    timeZone: 'Europe/Lisbon',
    minutes: 90,
    place: null,
    link: 'https://meet.example/small-towns',
    seats: 20,
    description:
      'Two towns tell: one that managed, one that did not. Then one round of questions each, and in fours: what would have helped?',
    takes: ['ines', 'leyla', 'marek', 'tomas', 'oksana', 'claire', 'sabine', 'eero', 'gianni', 'rui', 'fatou', 'luc', 'joost', 'annika'],
    movedTo: { day: 5, at: '10:30' },
  },
  {
    community: 'share-network',
    by: 'tomas',
    title: 'When the mayor changes: a case clinic',
    isOffRecord: true,
    kind: 'WORKSHOP',
    host: 'zacatek',
    need: 'A new council ended in a week what took us two years to build.',
    day: 12,
    at: '14:00',
    timeZone: 'Europe/Prague',
    minutes: 120,
    place: null,
    link: 'https://meet.example/case-clinic',
    seats: 8,
    description:
      'One case, told in ten minutes by the person who lived it. The others only ask, for twenty. Then everyone says one thing they would try.',
    takes: ['tomas', 'claire', 'leyla', 'luc', 'ines', 'rui', 'sabine', 'marek', 'danylo', 'ewa'],
  },
  {
    community: 'share-network',
    by: 'ines',
    title: 'Study visit: one door in Åkersund',
    kind: 'STUDY_VISIT',
    host: 'akersund',
    need: 'Families tell their story seven times before anybody helps.',
    day: 53,
    at: '09:00',
    timeZone: 'Europe/Stockholm',
    minutes: 420,
    place: 'Åkersund, Storgatan 4',
    link: null,
    seats: 12,
    description:
      'A morning at the desk, lunch with three families, an afternoon on what it costs. The host pays lunch; travel for migrant-led groups is paid.',
    takes: ['annika', 'leyla', 'tiago', 'gianni'],
  },
  {
    community: 'share-network',
    by: 'ines',
    title: 'Host families: agreeing on the end',
    kind: 'PEER_LEARNING',
    host: 'ghentaid',
    need: 'Hosting ends in a quarrel when nobody has said when it ends.',
    day: -46,
    at: '16:00',
    timeZone: 'Europe/Brussels',
    minutes: 90,
    place: null,
    link: 'https://meet.example/host-families',
    seats: 25,
    description: 'Sixty-one families, what they signed, and what they wish they had.',
    takes: ['joost', 'fatou', 'tiago', 'leyla', 'ines', 'mariam', 'claire'],
  },
  {
    community: 'share-network',
    by: 'tomas',
    title: 'Contracts with landlords',
    kind: 'TRAINING',
    host: 'casa',
    need: 'We sublet without knowing whether it would stand before a court.',
    day: -17,
    at: '10:00',
    timeZone: 'Europe/Rome',
    minutes: 120,
    place: null,
    link: 'https://meet.example/contracts',
    seats: 30,
    description: 'With a lawyer from two countries, on six clauses.',
    takes: ['gianni', 'tiago', 'tomas', 'sabine', 'pavla'].filter((key) => key !== 'pavla'),
  },
  {
    community: 'partnership-skane',
    by: 'karin',
    title: 'Sharing health communicators across municipalities',
    kind: 'ROUND_TABLE',
    host: 'akersund',
    need: 'We have a communicator for Tigrinya on Tuesdays, and nobody comes on Tuesdays.',
    day: 9,
    at: '13:00',
    timeZone: 'Europe/Stockholm',
    minutes: 75,
    place: 'Malmö, regional office',
    link: 'https://meet.example/communicators',
    seats: 15,
    description: 'Three municipalities bring their calendars. We leave with one.',
    takes: ['karin', 'annika', 'hodan', 'iryna'],
  },
  {
    community: 'enomw',
    by: 'fatou',
    title: 'Accompanying to court, two by two',
    kind: 'WEBINAR',
    host: 'quay',
    need: 'Women go alone to the hearing that decides over their children.',
    day: 20,
    at: '18:30',
    timeZone: 'Europe/Brussels',
    minutes: 60,
    place: null,
    link: 'https://meet.example/two-by-two',
    seats: 100,
    description: 'En français, avec interprétation vers l’ukrainien et l’arabe.',
    takes: ['fatou', 'oksana', 'basma', 'mariam'],
  },
  {
    community: 'enomw',
    by: 'fatou',
    title: 'Conference: a permit of her own',
    kind: 'CONFERENCE',
    host: null,
    need: 'Her right to stay hangs on the man she wants to leave.',
    day: 27,
    at: '09:30',
    timeZone: 'Europe/Brussels',
    minutes: 300,
    place: 'Brussels',
    link: null,
    seats: 60,
    description: 'Moved to spring: the hall was taken.',
    takes: ['leyla', 'consuelo'],
    cancelled: 'The hall is not free. We look for a day in spring and will tell you.',
  },
];
