/** What may stand before a colon. */
export type Operator = 'author' | 'in' | 'before' | 'after' | 'type';

const NAMES: Record<Operator, readonly string[]> = {
  author: ['author', 'from', 'autor', 'autorin', 'von', 'auteur', 'autrice', 'de', 'автор', 'від', 'كاتب', 'الكاتب', 'من'],
  in: ['in', 'dans', 'у', 'в', 'في'],
  before: ['before', 'vor', 'avant', 'до', 'قبل'],
  after: ['after', 'since', 'nach', 'seit', 'ab', 'après', 'apres', 'depuis', 'після', 'з', 'بعد', 'منذ'],
  type: ['type', 'typ', 'art', 'тип', 'вид', 'نوع', 'النوع'],
};

const KINDS = {
  THREAD: ['thread', 'threads', 'discussion', 'discussions', 'diskussion', 'diskussionen', 'обговорення', 'тема', 'نقاش', 'نقاشات'],
  POST: [
    'post',
    'posts',
    'reply',
    'replies',
    'beitrag',
    'beiträge',
    'antwort',
    'message',
    'messages',
    'réponse',
    'допис',
    'дописи',
    'відповідь',
    'مشاركة',
    'رد',
  ],
  SESSION: [
    'session',
    'sessions',
    'meeting',
    'sitzung',
    'sitzungen',
    'treffen',
    'séance',
    'séances',
    'сесія',
    'сесії',
    'зустріч',
    'جلسة',
    'جلسات',
  ],
  NEED: ['need', 'needs', 'bedarf', 'bedarfe', 'besoin', 'besoins', 'потреба', 'потреби', 'حاجة', 'احتياج', 'احتياجات'],
  POSITION: [
    'position',
    'positions',
    'document',
    'documents',
    'dokument',
    'dokumente',
    'positionen',
    'позиція',
    'позиції',
    'документ',
    'موقف',
    'مواقف',
    'وثيقة',
  ],
  COMMUNITY: [
    'community',
    'communities',
    'gemeinschaft',
    'gemeinschaften',
    'communauté',
    'communautés',
    'спільнота',
    'спільноти',
    'مجتمع',
    'مجتمعات',
  ],
  GROUP: ['group', 'groups', 'gruppe', 'gruppen', 'groupe', 'groupes', 'група', 'групи', 'مجموعة', 'مجموعات'],
  PERSON: ['person', 'people', 'personen', 'menschen', 'mensch', 'personne', 'personnes', 'людина', 'люди', 'شخص', 'أشخاص'],
  ORGANISATION: [
    'organisation',
    'organisations',
    'organization',
    'organizations',
    'organisationen',
    'організація',
    'організації',
    'منظمة',
    'منظمات',
  ],
  WORD: [
    'word',
    'words',
    'term',
    'glossary',
    'wort',
    'begriff',
    'glossar',
    'mot',
    'terme',
    'glossaire',
    'слово',
    'термін',
    'глосарій',
    'كلمة',
    'مصطلح',
  ],
  OFFER: [
    'offer',
    'offers',
    'ask',
    'asks',
    'angebot',
    'angebote',
    'gesuch',
    'offre',
    'offres',
    'demande',
    'пропозиція',
    'пропозиції',
    'запит',
    'عرض',
    'عروض',
    'طلب',
  ],
} as const;

/** The name of a kind of thing, as the schema has it. */
export type KindName = keyof typeof KINDS;

/** All kinds, in the order in which they are shown. */
export const KIND_NAMES = Object.keys(KINDS) as KindName[];

/** Without case and accents, so that they need not be typed. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

const byName = <Key extends string>(names: Record<Key, readonly string[]>): Map<string, Key> =>
  new Map((Object.keys(names) as Key[]).flatMap((key) => names[key].map((name) => [folded(name), key] as const)));

const OPERATORS = byName(NAMES);
const KINDS_BY_NAME = byName(KINDS as Record<KindName, readonly string[]>);

/** The operator of a name in any of our languages; what is none is a word like others. */
export const operatorOf = (name: string): Operator | undefined => OPERATORS.get(folded(name));

/** The kind of a name in any of our languages. */
export const kindOf = (name: string): KindName | undefined => KINDS_BY_NAME.get(folded(name));

/** Between words of which one is enough; in capitals, so that it is not taken for a word. */
export const isOr = (word: string): boolean => ['OR', 'ODER', 'OU', 'АБО', 'أو'].includes(word);
