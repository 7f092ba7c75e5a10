import { parse } from 'csv-parse/sync';
import { MembershipRole } from '../community.enums.js';
import { normalMailAddress } from '#platform/mail';

/** One line of a list, as it was written; what is not understood stays as it is, to be mended. */
export interface ListRow {
  line: number;
  email: string;
  name: string;
  role: string;
  organisation: string;
  language: string;
}

export type ListField = Exclude<keyof ListRow, 'line'>;

/** What is wrong with a line, and where. */
export interface ListProblem {
  field: ListField;
  code: string;
  message: string;
}

/** A line that can be sent. */
export interface CleanRow {
  email: string;
  name: string | null;
  role: MembershipRole;
  organisation: string | null;
  language: string | null;
}

/** The order of the columns when the first line has no names. */
const ORDER: ListField[] = ['email', 'name', 'role', 'organisation', 'language'];

/** The names of columns that people write, in the languages we speak. */
const HEADINGS: Record<ListField, string[]> = {
  email: [
    'email',
    'e-mail',
    'mail',
    'address',
    'mail address',
    'e-mail address',
    'email address',
    'courriel',
    'adresse',
    'adresse e-mail',
    'e-mail-adresse',
    'mailadresse',
    'пошта',
    'ел. пошта',
    'адреса',
    'email адреса',
    'البريد',
    'البريد الإلكتروني',
  ],
  name: ['name', 'full name', 'nom', 'nom complet', 'vorname nachname', "ім'я", 'ім’я', 'імʼя', 'імя', 'الاسم'],
  role: ['role', 'rôle', 'rolle', 'роль', 'الدور'],
  organisation: ['organisation', 'organization', 'org', 'institution', 'організація', 'المنظمة', 'المؤسسة'],
  language: ['language', 'lang', 'langue', 'sprache', 'мова', 'اللغة'],
};

const ROLES: Record<MembershipRole, string[]> = {
  [MembershipRole.ADVISOR]: ['advisor', 'adviser', 'conseil', 'beratung', 'консультант', 'консультантка', 'استشارة', 'مستشار'],
  [MembershipRole.MEMBER]: ['', 'member', 'membre', 'mitglied', 'учасник', 'учасниця', 'учасник або учасниця', 'عضو'],
  [MembershipRole.FACILITATOR]: ['facilitator', 'facilitation', 'animation', 'moderation', 'фасилітація', 'تيسير'],
  [MembershipRole.COORDINATOR]: ['coordinator', 'coordination', 'koordination', 'координація', 'تنسيق'],
};

const LANGUAGES: Record<string, string[]> = {
  en: ['en', 'english', 'anglais', 'englisch', 'англійська', 'الإنجليزية'],
  fr: ['fr', 'french', 'français', 'francais', 'französisch', 'французька', 'الفرنسية'],
  de: ['de', 'german', 'allemand', 'deutsch', 'німецька', 'الألمانية'],
  uk: ['uk', 'ukrainian', 'ukrainien', 'ukrainisch', 'українська', 'الأوكرانية'],
  ar: ['ar', 'arabic', 'arabe', 'arabisch', 'арабська', 'العربية'],
};

const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase();
const keyOf = <Key extends string>(words: Record<Key, string[]>, text: string): Key | undefined =>
  (Object.keys(words) as Key[]).find((key) => words[key].includes(plain(text)));

/** The separator is the one the first line has most of. */
function delimiterOf(text: string): string {
  const line = (text.split(/\r\n|\r|\n/).find((one) => one.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

interface ReadRecord {
  record: string[];
  info: { lines: number };
}

function recordsOf(text: string, quote: '"' | false): ReadRecord[] {
  return parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    quote,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    info: true,
  }) as unknown as ReadRecord[];
}

/** Quotes that nobody closed are letters like others. */
function readable(text: string): ReadRecord[] {
  try {
    return recordsOf(text, '"');
  } catch {
    return recordsOf(text, false);
  }
}

/** The lines of a list, with the number each has in the file. Never throws: whatever is odd shows in its row. */
export function rowsOf(text: string): ListRow[] {
  const records = readable(text.replaceAll('\0', '').replace(/\r\n?/g, '\n'));
  const [head] = records;
  if (!head) return [];
  const named = head.record.map((cell) => keyOf(HEADINGS, cell));
  const hasHeading = named.includes('email') && !head.record.some((cell) => cell.includes('@'));
  const columns = hasHeading ? named : orderOf(head.record);
  return records.slice(hasHeading ? 1 : 0).map(({ record, info }) => {
    // A text in quotes may go over several lines; the reader counts to its end.
    const line = info.lines - record.join('').split('\n').length + 1;
    const row: ListRow = { line, email: '', name: '', role: '', organisation: '', language: '' };
    for (const [at, cell] of record.entries()) {
      const column = columns[at];
      if (column) row[column] = cell;
    }
    return row;
  });
}

/** Without names of columns: the one with the address is the address, the others follow in their order. */
function orderOf(record: string[]): (ListField | undefined)[] {
  const at = Math.max(
    0,
    record.findIndex((cell) => cell.includes('@')),
  );
  const rest = ORDER.filter((column) => column !== 'email');
  return record.map((_, index) => (index === at ? 'email' : rest.shift()));
}

const ODD = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const lineProblem = (field: ListField, value: string, max: number): ListProblem[] => {
  if (value.length > max) return [{ field, code: 'TOO_LONG', message: `Write at most ${max} characters.` }];
  return ODD.test(value) ? [{ field, code: 'NOT_ONE_LINE', message: 'Write one line without control characters.' }] : [];
};

/** What one has to mend in a line before it can be sent; nothing when all is well. `mayGive` says which roles the sender may give. */
export function problemsOf(row: ListRow, mayGive: (role: MembershipRole) => boolean): ListProblem[] {
  const problems: ListProblem[] = [];
  if (!row.email.trim()) problems.push({ field: 'email', code: 'ADDRESS_MISSING', message: 'Write the mail address.' });
  else if (!normalMailAddress(row.email))
    problems.push({ field: 'email', code: 'BAD_ADDRESS', message: 'This is not a mail address. Write it like ana@example.org.' });
  const role = keyOf(ROLES, row.role);
  if (!role)
    problems.push({
      field: 'role',
      code: 'UNKNOWN_ROLE',
      message: 'Write member, advisor, facilitator or coordinator, or leave it empty.',
    });
  else if (!mayGive(role))
    problems.push({
      field: 'role',
      code: 'ROLE_ABOVE_YOUR_OWN',
      message: 'This role reaches further than your own here. Choose a lower one.',
    });
  if (row.language.trim() && !keyOf(LANGUAGES, row.language))
    problems.push({ field: 'language', code: 'UNKNOWN_LANGUAGE', message: 'Write en, fr, de, uk or ar, or leave it empty.' });
  return [...problems, ...lineProblem('name', row.name, 120), ...lineProblem('organisation', row.organisation, 200)];
}

/** The line in the spelling in which it is kept. Only for lines without problems. */
export const cleanRow = (row: ListRow): CleanRow => ({
  email: normalMailAddress(row.email) ?? '',
  name: row.name.normalize('NFC').trim() || null,
  role: keyOf(ROLES, row.role) ?? MembershipRole.MEMBER,
  organisation: row.organisation.normalize('NFC').trim() || null,
  language: row.language.trim() ? (keyOf(LANGUAGES, row.language) ?? null) : null,
});
