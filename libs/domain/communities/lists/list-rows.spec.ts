import { MembershipRole } from '../community.enums.js';
import { cleanRow, problemsOf, rowsOf } from './list-rows.js';
import { listText } from './list-text.js';

const everyRole = () => true;
const LIST = 'email,name,role,organisation,language\nana@example.org,Ana Šimić,Mitglied,Dom,uk\n';

describe('the text of a list', () => {
  const utf16 = (text: string, isBig: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };
  it.each([
    ['UTF-8', Buffer.from(LIST)],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(LIST)])],
    ['UTF-16, little end first, with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(LIST, false)])],
    ['UTF-16, big end first, with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(LIST, true)])],
    ['UTF-16 without a mark', utf16(LIST, false)],
    ['UTF-16, big end first, without a mark', utf16(LIST, true)],
  ])('is read from %s', (_, bytes) => {
    expect(rowsOf(listText(bytes))).toEqual([
      { line: 2, email: 'ana@example.org', name: 'Ana Šimić', role: 'Mitglied', organisation: 'Dom', language: 'uk' },
    ]);
  });
  it('is read from Windows-1252, as spreadsheets write it', () => {
    const bytes = Buffer.from([...Buffer.from('e-mail;name\r\nrene@example.org;Ren'), 0xe9, 0x20, 0x8a, 0x0d, 0x0a]);
    expect(rowsOf(listText(bytes))).toMatchObject([{ email: 'rene@example.org', name: 'René Š' }]);
  });
  it('is empty when there is none', () =>
    expect([rowsOf(listText(new Uint8Array())), rowsOf('\n\n'), rowsOf('email,name\n')]).toEqual([[], [], []]));
});

describe('the rows of a list', () => {
  it.each([
    ['commas', 'email,name\na@example.org,A\n'],
    ['semicolons', 'email;name\na@example.org;A\n'],
    ['tabs', 'email\tname\na@example.org\tA'],
    ['columns in another order and language', 'Nom;Courriel;Ville\nA;a@example.org;Lyon'],
    ['no names of columns', 'a@example.org,A'],
    ['no names, and the address second', 'A;a@example.org'],
    ['one column alone', 'a@example.org,A\n\n\n'],
    ['Cyrillic names', 'Ім’я;Пошта\nA;a@example.org'],
  ])('come with %s', (_, text) => {
    expect(rowsOf(text)).toMatchObject([{ email: 'a@example.org', name: 'A' }]);
  });
  it('have the number of the line in the file, also after quotes over several lines', () => {
    const rows = rowsOf('email,name\n\na@example.org,"A\nof B"\nb@example.org,B\n');
    expect(rows.map(({ line, email }) => [line, email])).toEqual([
      [3, 'a@example.org'],
      [5, 'b@example.org'],
    ]);
  });
  it('keep separators and quotes inside quotes', () => {
    expect(rowsOf('email;name\na@example.org;"A; ""the"" first"')).toMatchObject([{ name: 'A; "the" first' }]);
  });
  it.each(['"', '"a@example.org', 'a"b,c', ',,,', 'email\n"x', '\u0000', 'email,email\na@example.org,b@example.org'])(
    'never fail: %j',
    (text) => {
      expect(Array.isArray(rowsOf(text))).toBe(true);
    },
  );
});

describe('a row', () => {
  const row = { line: 2, email: 'ana@example.org', name: 'Ana', role: '', organisation: '', language: '' };
  it.each([
    [{}, []],
    [{ role: 'Facilitator', language: 'Deutsch' }, []],
    [{ email: '' }, ['email ADDRESS_MISSING']],
    [{ email: 'ana at example.org' }, ['email BAD_ADDRESS']],
    [{ email: 'ana@example.org, b@example.org' }, ['email BAD_ADDRESS']],
    [{ role: 'boss' }, ['role UNKNOWN_ROLE']],
    [{ role: 'constructor' }, ['role UNKNOWN_ROLE']],
    [{ language: 'klingon' }, ['language UNKNOWN_LANGUAGE']],
    [{ name: 'x'.repeat(121) }, ['name TOO_LONG']],
    [{ name: 'A\u202eB', email: 'x', role: 'y' }, ['email BAD_ADDRESS', 'role UNKNOWN_ROLE', 'name NOT_ONE_LINE']],
  ])('with %j has these problems: %j', (changed, expected) => {
    expect(problemsOf({ ...row, ...changed }, everyRole).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
  it('cannot give a role above the sender’s', () => {
    const facilitator = (role: MembershipRole) => role !== MembershipRole.COORDINATOR;
    expect(problemsOf({ ...row, role: 'Koordination' }, facilitator)).toMatchObject([{ field: 'role', code: 'ROLE_ABOVE_YOUR_OWN' }]);
  });
  it('is kept in one spelling', () => {
    expect(cleanRow({ ...row, email: ' Ana@EXAMPLE.org ', role: 'Membre', organisation: ' Dom ', language: 'Arabisch' })).toEqual({
      email: 'ana@example.org',
      name: 'Ana',
      role: 'MEMBER',
      organisation: 'Dom',
      language: 'ar',
    });
  });
});
