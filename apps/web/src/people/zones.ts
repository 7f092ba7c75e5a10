/** The zone of this device. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every zone of the IANA list, with the one given kept even when it is an old name. */
export const allZones = (also?: string): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', deviceZone(), ...(also ? [also] : [])])].sort();

/** The languages that people here are likely to work in: of Europe, and of those who come to it. */
export const workingLanguages = [
  'am ar az be bg bn bs ca ckb cs da de el en es et eu fa fi fr ga gl ha hi hr hu hy is it ka kk kmr ku ky lb ln lt lv mk ml mn mt my ne nl no om pa pl ps pt ro ru rw sk sl so sq sr sv sw ta te tg th ti tk tl tr uk ur uz vi wo yo zh',
].flatMap((tags) => tags.split(' '));
