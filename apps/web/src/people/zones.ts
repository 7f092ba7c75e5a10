/** The zone of this device. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Cities that browsers still list by a former name; nobody there would look for it. */
const presentNames: Record<string, string> = {
  'Europe/Kiev': 'Europe/Kyiv',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'America/Godthab': 'America/Nuuk',
};

/** Every zone of the IANA list, with the one given kept even when it is an old name. */
export const allZones = (also?: string): string[] =>
  [
    ...new Set([
      ...Intl.supportedValuesOf('timeZone').map((zone) => presentNames[zone] ?? zone),
      'UTC',
      deviceZone(),
      ...(also ? [also] : []),
    ]),
  ].sort();

/** The languages that people here are likely to work in: of Europe, and of those who come to it. */
export const workingLanguages = [
  'am ar az be bg bn bs ca ckb cs da de el en es et eu fa fi fr ga gl ha hi hr hu hy is it ka kk kmr ku ky lb ln lt lv mk ml mn mt my ne nl no om pa pl ps pt ro ru rw sk sl so sq sr sv sw ta te tg th ti tk tl tr uk ur uz vi wo yo zh',
].flatMap((tags) => tags.split(' '));
