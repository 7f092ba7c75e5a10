import type { ClinicPhase, ThreadKind } from '#domain/discussions';

/** A post: who, how many hours ago, what. `@[name]` mentions a person by key. Light syntax: `- ` lists, `> ` quotes, `## ` headings, `**bold**`. */
export interface DemoPost {
  by: string;
  hoursAgo: number;
  text: string;
  /** Said as a voice without a name. */
  isUnattributed?: boolean;
  /** Of a case clinic: the phase to which its giver moves it before. */
  movesTo?: keyof typeof ClinicPhase;
  /** Whether it answers the question. */
  isAnswer?: boolean;
  /** 1-based position of the post it answers. */
  replyTo?: number;
  reactions?: Partial<Record<'THANKS' | 'AGREE' | 'INSIGHT' | 'SAME_HERE' | 'SUPPORT', string[]>>;
}

/** A version of a summary. `[3]` becomes a link to the third post. */
export interface DemoSummary {
  by: string;
  hoursAgo: number;
  agree?: string;
  differ?: string;
  open?: string;
  decided?: string;
  /** Who has seen this version. */
  seenBy?: string[];
}

export interface DemoThread {
  community: string;
  title: string;
  level: 'PUBLIC' | 'COMMUNITY';
  posts: DemoPost[];
  isClosed?: boolean;
  kind?: keyof typeof ThreadKind;
  /** What is kept on top of it, version by version. */
  summaries?: DemoSummary[];
  /** Of a signal: who sees it too. */
  seenToo?: string[];
  /** Of an announcement: who has confirmed it. */
  readBy?: string[];
}

const D = 24;

export const threads: DemoThread[] = [
  {
    community: 'share-network',
    title: 'How do small towns pre-finance an EU project?',
    level: 'COMMUNITY',
    kind: 'QUESTION',
    summaries: [
      {
        by: 'ines',
        hoursAgo: 5 * D,
        agree: 'Fourteen months between spending and payment is more than a small town can carry. [1] [6]',
        differ: 'Is a regional bank loan a way out, or a new debt? [5]',
        open: 'Who has tried a lead partner with cash?',
        seenBy: ['leyla', 'marek', 'tomas', 'claire'],
      },
      {
        by: 'ines',
        hoursAgo: 20,
        agree:
          'Fourteen months between spending and payment is more than a small town can carry. [1] [6] A lead partner with cash helps, but then the town has no say. [4]',
        differ: 'Is a regional bank loan a way out, or a new debt? [5]',
        open: 'Who has ever got more than 20 % in advance, and how?',
      },
    ],
    posts: [
      {
        by: 'marek',
        hoursAgo: 18 * D,
        text: 'We have 6,000 people and a budget that is spent before it is voted. The grant pays at the end. **Fourteen months** between the first invoice and the money.\n\nHow do you carry that? I would rather hear what went wrong than what the handbook says.',
        reactions: { SAME_HERE: ['leyla', 'rui', 'tomas', 'luc'] },
      },
      { by: 'leyla', hoursAgo: 17 * D, text: 'We stopped after the second year. The council said: never again with our own cash.' },
      {
        by: 'claire',
        hoursAgo: 17 * D - 4,
        text: 'Chez nous, la communauté de communes a avancé la moitié. Cela a marché parce que le président avait été maire d’un petit village.',
        reactions: { INSIGHT: ['marek'] },
      },
      {
        by: 'sabine',
        hoursAgo: 15 * D,
        text: 'Bei uns streckt der Landkreis vor und wird Erstempfänger. Das geht, **solange** die Gemeinde mitreden darf. Am Ende stand unser Name auf dem Plakat und ihrer nicht.',
        reactions: { AGREE: ['marek', 'tomas'] },
      },
      {
        by: 'gianni',
        hoursAgo: 13 * D,
        text: 'A regional bank gave us a bridge loan at 4 %. It worked once. The second time the rate was 7 and nobody dared to sign.',
      },
      {
        by: 'eero',
        hoursAgo: 12 * D,
        text: 'We counted it for eleven towns: the median gap was 13.5 months, and in five towns a post was left empty to close it. I can share the table.',
        reactions: { THANKS: ['marek', 'ines', 'leyla'] },
      },
      { by: 'marek', hoursAgo: 12 * D - 3, replyTo: 6, text: 'Please do. That is the sentence we never had a number for.' },
      {
        by: 'fatou',
        hoursAgo: 6 * D,
        text: 'Nous avons demandé à trois fournisseurs d’attendre leur argent. Deux ont dit oui parce qu’ils nous connaissent. Ce n’est pas une méthode, c’est de la chance.',
        reactions: { INSIGHT: ['ines', 'marek', 'oksana'], AGREE: ['claire'] },
      },
      {
        by: 'ines',
        hoursAgo: 5 * D,
        text: 'Where we are, so far:\n\n- **We agree**: fourteen months is more than a small town can carry. A lead partner with cash helps, but then the town has no say.\n- **We differ**: is a regional bank loan a way out, or a new debt?\n- **Still open**: who has ever got more than 20 % in advance, and how?\n\nOn the 26th we meet for ninety minutes on exactly this.',
        reactions: { THANKS: ['marek', 'tomas', 'leyla', 'claire', 'rui'] },
      },
      {
        by: 'tomas',
        hoursAgo: 3 * D,
        text: '@[leyla] how did you pay the interpreter before the grant arrived? Ours stopped after the second unpaid month, and I cannot blame her.',
      },
      {
        by: 'rui',
        hoursAgo: 2 * D,
        text: 'From the council’s side: we could lend from the reserve if the contract named the date of payment. It never does.',
      },
      {
        by: 'leyla',
        hoursAgo: 30,
        isUnattributed: true,
        text: 'I would not say this with my name. We paid the interpreters from the money for the playground, and the council was never told. It was paid back fourteen months later, and nobody noticed. I have not slept well since.\n\nIf there is a clean way to do this, please tell me before the next call.',
        reactions: { SUPPORT: ['amparo', 'fatou', 'gianni'], SAME_HERE: ['tomas'] },
      },
      {
        by: 'amparo',
        hoursAgo: 1 * D,
        text: 'And remember who carries it in the end. In our region it was the women who clean at night; their wages came five weeks late.',
        reactions: { SUPPORT: ['fatou', 'mariam'] },
      },
      {
        by: 'oksana',
        hoursAgo: 2,
        text: 'Нам допоміг регіон: він заплатив наперед половину, а ми звітували щомісяця. Договір можу показати, якщо комусь треба.',
        reactions: { THANKS: ['danylo'] },
      },
    ],
  },
  {
    community: 'share-network',
    title: 'Interpreters in rural health centres',
    level: 'PUBLIC',
    posts: [
      {
        by: 'annika',
        hoursAgo: 10 * D,
        text: 'Our nearest Somali interpreter is 90 km away. By video it works, if somebody holds the tablet. Who has solved the “somebody”?',
      },
      {
        by: 'nour',
        hoursAgo: 9 * D,
        text: 'Not interpreters alone: health communicators. They explain how the system works in your own language before you are ill. Then the tablet is only for the details.',
        reactions: { INSIGHT: ['annika', 'joost'] },
      },
      {
        by: 'joost',
        hoursAgo: 8 * D,
        text: 'Host families held the tablet here. We stopped: a neighbour should not hear a diagnosis.',
        reactions: { AGREE: ['annika', 'fatou', 'mariam'] },
      },
      {
        by: 'mariam',
        hoursAgo: 30,
        text: 'Je suis interprète. La question n’est pas la tablette, c’est qui me paie pour l’attente. Trois heures de route pour vingt minutes.',
      },
      {
        by: 'annika',
        hoursAgo: 26,
        replyTo: 4,
        text: 'Thank you for saying it. We now pay half a day, always. It is cheaper than a second appointment.',
        reactions: { SUPPORT: ['mariam', 'fatou'] },
      },
    ],
  },
  {
    community: 'share-network',
    title: 'Our mayor changed and so did everything',
    level: 'COMMUNITY',
    posts: [
      {
        by: 'tomas',
        hoursAgo: 25 * D,
        text: 'New mayor since October. The welcome group was “paused”, which is a word for ended. Two years of work, and the contract with the landlords runs out in March.\n\nWhat did you do when the person who carried it left?',
      },
      {
        by: 'claire',
        hoursAgo: 24 * D,
        text: 'Nous avions fait voter une délibération, pas une promesse. Le nouveau maire a râlé, puis il a continué.',
        reactions: { INSIGHT: ['tomas', 'ines'] },
      },
      {
        by: 'leyla',
        hoursAgo: 23 * D,
        text: 'We invited him to the first-day breakfast. He stayed two hours and asked a family where they would be in five years. That did more than my report.',
        reactions: { THANKS: ['tomas'] },
      },
      {
        by: 'luc',
        hoursAgo: 20 * D,
        text: 'En tant qu’élu : montrez-moi ce que cela coûte de ne pas le faire. C’est le seul tableau que je lis en entier.',
        reactions: { INSIGHT: ['tomas', 'marek', 'eero'], THANKS: ['ines'] },
      },
      {
        by: 'tomas',
        hoursAgo: 10 * D,
        text: 'I did all three. The group meets again in December. Thank you.',
        reactions: { SUPPORT: ['leyla', 'claire', 'luc', 'ines'] },
      },
    ],
  },
  {
    community: 'share-network',
    title: 'A first week that works for families',
    level: 'PUBLIC',
    posts: [
      {
        by: 'leyla',
        hoursAgo: 14 * D,
        text: '## What we do in the first week\n\n- Day 1: breakfast with one other family, no papers\n- Day 2: bank, phone, bus card, in this order\n- Day 3: the school, **with** the children\n- Day 5: nothing. Really nothing.\n\nDay 5 was a mother’s idea, and it is the best day.',
        reactions: { THANKS: ['fatou', 'oksana', 'nour', 'joost', 'annika'] },
      },
      {
        by: 'nour',
        hoursAgo: 13 * D,
        text: 'أضيف يومًا واحدًا: اليوم الرابع عند طبيب الأسنان. الألم لا ينتظر الأوراق، والأهل لا يقولون إن شيئًا يؤلمهم.',
        reactions: { INSIGHT: ['leyla', 'annika'] },
      },
      {
        by: 'oksana',
        hoursAgo: 12 * D,
        text: 'У нас перший день — без перекладача взагалі. Просто обід з тими, хто приїхав рік тому.',
        reactions: { AGREE: ['leyla'] },
      },
      { by: 'danylo', hoursAgo: 20, text: 'Who cooks? We are six volunteers and all of us are tired.' },
    ],
  },
  {
    community: 'share-network',
    title: 'Host families: when does it end well?',
    level: 'COMMUNITY',
    posts: [
      {
        by: 'joost',
        hoursAgo: 40 * D,
        text: 'We have hosted 61 families. It ends well when the end is agreed on the first day. Three months, six, whatever, but a date.',
      },
      {
        by: 'fatou',
        hoursAgo: 39 * D,
        text: 'Et un numéro qui répond le dimanche. C’est le dimanche que tout arrive.',
        reactions: { AGREE: ['joost', 'leyla'], INSIGHT: ['ines'] },
      },
      {
        by: 'tiago',
        hoursAgo: 37 * D,
        text: 'We keep two flats empty on purpose, for when it does not. It costs 900 a month and saved us four times.',
      },
      { by: 'luc', hoursAgo: 36 * D, text: 'Qui paie ces 900 ?' },
      { by: 'tiago', hoursAgo: 36 * D - 2, replyTo: 4, text: 'A foundation until 2027. After that, we do not know.' },
    ],
  },
  {
    community: 'share-network',
    title: 'Who has a contract with a landlord that a court has seen?',
    level: 'COMMUNITY',
    kind: 'QUESTION',
    posts: [
      {
        by: 'gianni',
        hoursAgo: 30 * D,
        text: 'We rent and sublet. Our lawyer says it holds, our insurance says it does not. Has anybody been to court with such a contract?',
      },
      {
        by: 'tiago',
        hoursAgo: 29 * D,
        isAnswer: true,
        text: 'Yes, in 2024. We lost on the deposit and won on everything else. The clause on visits must go.',
        reactions: { THANKS: ['gianni', 'tomas'] },
      },
    ],
    isClosed: true,
  },
  {
    community: 'share-network',
    title: 'Deutschkurs und Schichtarbeit: wie macht ihr das?',
    level: 'PUBLIC',
    posts: [
      {
        by: 'sabine',
        hoursAgo: 9 * D,
        text: 'Die Hälfte unserer Teilnehmenden arbeitet in Schichten. Der Kurs ist um neun. Abends kommen drei von zwanzig.\n\nWer hat etwas ausprobiert, das nach einem halben Jahr noch lief?',
      },
      {
        by: 'ewa',
        hoursAgo: 8 * D,
        text: 'In the factory, in the break room, 30 minutes before each shift. The employer pays the first ten minutes and we pay the rest. It has run for two years.',
        reactions: { INSIGHT: ['sabine'], THANKS: ['marek'] },
      },
      {
        by: 'claire',
        hoursAgo: 7 * D,
        text: 'Par téléphone, à deux, vingt minutes. Avec une retraitée du village. Rien d’officiel, et c’est ce qui marche.',
      },
    ],
  },
  {
    community: 'share-network',
    title: 'Numbers we trust on who stays after two years',
    level: 'COMMUNITY',
    posts: [
      {
        by: 'helmi',
        hoursAgo: 21 * D,
        text: 'Does anyone count who stays? Not “cases closed”: who still lives in the municipality after two years. In Finland the register tells us; elsewhere I find nothing.',
      },
      { by: 'rui', hoursAgo: 19 * D, text: 'School enrolment. It is not perfect, it misses everybody without children, but it is honest.' },
      { by: 'eero', hoursAgo: 19 * D - 5, text: 'And library cards. I am serious.', reactions: { INSIGHT: ['helmi', 'annika'] } },
    ],
  },
  {
    community: 'partnership-skane',
    title: 'Health communicators: how many languages are enough?',
    level: 'PUBLIC',
    posts: [
      {
        by: 'karin',
        hoursAgo: 16 * D,
        text: 'We work in eight languages and turn people away in the ninth. Do we train for the ninth, or go deeper in the eight?',
      },
      {
        by: 'hodan',
        hoursAgo: 15 * D,
        text: 'Deeper. In my language half of my hours go to people who already came last year. That is not a failure, that is trust.',
        reactions: { INSIGHT: ['karin', 'leyla'], AGREE: ['iryna'] },
      },
      {
        by: 'iryna',
        hoursAgo: 14 * D,
        text: 'Для українських жінок мова — не єдина перешкода. Вони приходять, коли комунікаторка теж була біженкою.',
        reactions: { AGREE: ['hodan'] },
      },
      {
        by: 'annika',
        hoursAgo: 50,
        text: 'Could we share communicators across municipalities? We have Tigrinya on Tuesdays and nobody comes on Tuesdays.',
      },
    ],
  },
  {
    community: 'partnership-skane',
    title: 'Civic orientation in the first language: what did you leave out?',
    level: 'COMMUNITY',
    posts: [
      {
        by: 'annika',
        hoursAgo: 33 * D,
        text: 'A hundred hours is a lot and not enough. We cut the chapter on the constitution and kept the one on renting. Was that right?',
      },
      {
        by: 'nour',
        hoursAgo: 31 * D,
        text: 'اتركوا الدستور، لكن اجعلوه حكاية: من يقرر هنا، وكيف أشتكي. هذا ما سأل عنه الناس عندنا.',
        reactions: { INSIGHT: ['annika', 'karin'] },
      },
      {
        by: 'hodan',
        hoursAgo: 20,
        text: 'We left out the map of the authorities and gave everybody three telephone numbers. Two of them are answered in Somali.',
        reactions: { THANKS: ['annika'] },
      },
    ],
  },
  {
    community: 'enomw',
    title: 'Des marraines pour le premier rendez-vous chez la juge',
    level: 'COMMUNITY',
    posts: [
      {
        by: 'fatou',
        hoursAgo: 11 * D,
        text: 'Nous accompagnons les femmes au tribunal, à deux. L’une pour les papiers, l’autre pour tenir la main. Qui fait pareil ? Comment payez-vous le train ?',
      },
      {
        by: 'oksana',
        hoursAgo: 10 * D,
        text: 'Робимо так само, завжди удвох. Квитки оплачує профспілка, бо ми її про це попросили. Раніше ніхто не просив.',
        reactions: { INSIGHT: ['fatou', 'amparo'] },
      },
      {
        by: 'basma',
        hoursAgo: 4 * D,
        text: 'عندنا ترافق المرأةَ امرأةٌ مرّت بالمحكمة نفسها. لا أحد يشرح الانتظار مثل من انتظر.',
        reactions: { SUPPORT: ['fatou', 'leyla'] },
      },
    ],
  },
  {
    community: 'enomw',
    title: 'Night work, children, and a permit that depends on both',
    level: 'COMMUNITY',
    posts: [
      {
        by: 'consuelo',
        hoursAgo: 8 * D,
        text: 'I work nights so that I can bring the children to school. The renewal asks for a day contract. @[amparo] says this can be argued. Has anybody argued it?',
      },
      {
        by: 'amparo',
        hoursAgo: 7 * D,
        text: 'Two cases, both won, neither published. I can tell you how, not who.',
        reactions: { SUPPORT: ['consuelo', 'fatou', 'mariam'] },
      },
    ],
  },
  {
    community: 'solidar-task-force-migration',
    title: 'Three sentences for the hearing in December',
    level: 'COMMUNITY',
    posts: [
      {
        by: 'amparo',
        hoursAgo: 5 * D,
        text: 'We have four minutes. I would say three sentences: recognition within 60 days, no permit tied to one employer, and unions in the room when the rules are written. What is missing?',
      },
      {
        by: 'gianni',
        hoursAgo: 4 * D,
        text: 'Housing. Without an address there is no contract, without a contract no address.',
        reactions: { AGREE: ['ines', 'marek'] },
      },
      {
        by: 'sabine',
        hoursAgo: 3 * D,
        text: 'Vier Minuten sind vier Sätze. Nehmt die Wohnung dazu, sie ist das Beispiel, das alle verstehen.',
      },
    ],
  },
  {
    community: 'pl-migration-consortium',
    title: 'Коли закінчиться тимчасовий захист: що радимо родинам?',
    level: 'COMMUNITY',
    posts: [
      {
        by: 'oksana',
        hoursAgo: 6 * D,
        text: 'Родини питають щодня: що буде після 4 березня 2027? Ми кажемо, що знаємо, і чого не знаємо. Чи є в когось пам’ятка, перевірена юристами?',
      },
      {
        by: 'iryna',
        hoursAgo: 5 * D,
        text: 'Невідомість — найгірше. Я раджу говорити не «чекайте», а «ось три речі, які можна зробити вже зараз».',
        reactions: { INSIGHT: ['oksana', 'danylo'] },
      },
      {
        by: 'ewa',
        hoursAgo: 4 * D,
        text: 'The school needs to know too: do we plan classes for September, or not? I wrote to the ministry. No answer yet.',
      },
    ],
  },
  {
    community: 'uclg-cop-migration',
    title: 'What does your city say when the state says no?',
    level: 'PUBLIC',
    posts: [
      {
        by: 'rui',
        hoursAgo: 28 * D,
        text: 'We register everybody who lives here, papers or not, because the water bill does not ask either. The state calls it “a matter under review”. And you?',
      },
      {
        by: 'jens',
        hoursAgo: 27 * D,
        text: 'Wir nennen es „Anmeldung zum Zweck der Daseinsvorsorge“. Drei Worte mehr, und niemand hat widersprochen.',
        reactions: { INSIGHT: ['rui', 'leyla'] },
      },
    ],
  },
];
