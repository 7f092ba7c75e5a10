import { expect, type Locator } from '@playwright/test';
import { MembershipRole } from '#domain/communities';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../../libs/domain/people/testing.js';
import type { Person } from './person.js';
import { prepareStage, type Stage } from './stage.js';

const { journey } = prepareStage();

const TITLE = 'Language courses from the first day';
const SLUG = 'courses-for-all';
const RESERVATION = 'We cannot promise childcare during the courses.';
/** Between two keys, as people type. */
const KEY_MS = 40;

/** A coordinator and a member, each with a mandate to answer for an organisation. */
async function aCommunity({ server, person }: Stage) {
  const { id: communityId } = await buildCommunity(server, { name: 'Courses for all', slug: SLUG });
  const join = async (name: string, organisationName: string, role: MembershipRole) => {
    const { id: personId } = await buildPerson(server, { name });
    const { id: organisationId } = await buildOrganisation(server, { name: organisationName });
    await buildSeat(server, { personId, organisationId, hasMandate: true });
    await buildMembership(server, { communityId, personId, organisationId, role });
    await buildCommunitySeat(server, { communityId, organisationId, holderId: personId });
    const someone = await person(name);
    await someone.isSignedInAs(personId);
    return someone;
  };
  return {
    amina: await join('Amina Yusuf', 'Town of Braga', MembershipRole.COORDINATOR),
    kwame: await join('Kwame Mensah', 'Casa Aberta', MembershipRole.MEMBER),
  };
}

async function opensAPosition(amina: Person): Promise<string> {
  const { words } = amina;
  await amina.goTo(`/c/${SLUG}/positions/new`);
  await amina.fill(words('advocacy:form.title'), TITLE);
  await amina.fill(words('advocacy:form.addressee'), 'The Ministry of the Interior');
  await amina.fill(words('advocacy:form.purpose'), 'That everyone may begin a course before the asylum decision.');
  await amina.press(words('advocacy:open.begin'));
  await amina.page.waitForURL(/\/p\/[0-9a-f-]{36}$/);
  return new URL(amina.page.url()).pathname;
}

const textOf = ({ page, words }: Person): Locator => page.getByRole('textbox', { name: words('advocacy:desk.textOf', { title: TITLE }) });

/** As much of the page's own language as is needed here, which these files do not otherwise speak. */
interface Element {
  cloneNode(deep: boolean): Element;
  querySelectorAll(wanted: string): Iterable<{ textContent: string | null; remove(): void }>;
}

/** Each paragraph, heading and list item, without the names that other people's carets bear. */
const linesOf = (person: Person): Promise<string[]> =>
  textOf(person).evaluate((text) => {
    const copy = (text as unknown as Element).cloneNode(true);
    for (const caret of copy.querySelectorAll('.ProseMirror-widget')) caret.remove();
    const lines = [...copy.querySelectorAll('p, h2, h3')].map((line) => (line.textContent ?? '').replaceAll('\u2060', ''));
    return lines.filter(Boolean);
  });

async function bothRead(people: Person[], lines: string[]): Promise<void> {
  for (const person of people)
    await expect.poll(() => linesOf(person), { timeout: 15_000, message: `what ${person.name} reads` }).toEqual(lines);
}

/** How many letters of its paragraph stand before the caret. */
const CARET = `(() => {
  const { anchorNode, anchorOffset } = getSelection();
  const before = document.createRange();
  before.setStart((anchorNode.nodeType === 1 ? anchorNode : anchorNode.parentElement).closest('p'), 0);
  before.setEnd(anchorNode, anchorOffset);
  return before.toString().length;
})()`;

/** To the start of the line: like a person, who looks where the caret is and tries again when what another wrote has just moved it. */
async function goesToStart({ page }: Person): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Home');
    await page.waitForTimeout(100);
    expect(await page.evaluate<number>(CARET)).toBe(0);
  }).toPass({ timeout: 10_000 });
}

/** Both type at the same time, letter by letter. */
const atOnce = (...typing: [Person, string][]) =>
  Promise.all(typing.map(([{ page }, text]) => page.keyboard.type(text, { delay: KEY_MS })));

const seesSaved = (person: Person, how: 'saved' | 'offline') => person.sees(person.words(`writing:saving.${how}`));

async function answers(person: Person, path: string, organisation: string, how: 'endorse' | 'reserve', reason?: string): Promise<void> {
  const { words } = person;
  await person.goTo(`${path}/endorsement`);
  await person.page
    .getByRole('radio', { name: new RegExp(`^${words(`answer.${how}`)}`) })
    .first()
    .check();
  if (reason) await person.page.getByRole('textbox', { name: words('advocacy:answer.reason') }).fill(reason);
  await person.press(words('advocacy:answer.give', { organisation }));
  await person.sees(words('advocacy:answer.kept', { organisation }));
}

describe('A joint position', () => {
  journey('is typed by two at once, put to organisations, published, and read by a stranger', async (stage) => {
    const { amina, kwame } = await aCommunity(stage);
    const path = await opensAPosition(amina);
    const { words } = amina;
    await kwame.goTo(path);

    // The same paragraph: one at its start, the other at its end.
    await textOf(amina).click();
    await amina.page.keyboard.type('Middle text.', { delay: KEY_MS });
    await bothRead([kwame], ['Middle text.']);
    await goesToStart(amina);
    await textOf(kwame).click();
    await kwame.page.keyboard.press('Control+End');
    await atOnce([amina, 'Together with partners, '], [kwame, ' And please fund them well.']);
    const paragraph = 'Together with partners, Middle text. And please fund them well.';
    await bothRead([amina, kwame], [paragraph]);

    // The same item of a list.
    await kwame.page.keyboard.press('Control+End');
    await kwame.page.keyboard.press('Enter');
    await kwame.page.keyboard.type('- courses', { delay: KEY_MS });
    await bothRead([amina, kwame], [paragraph, 'courses']);
    await expect(textOf(amina).getByRole('listitem')).toHaveCount(1);
    await amina.page.keyboard.press('Control+End');
    await goesToStart(kwame);
    await atOnce([amina, ' in every town, also in the evening'], [kwame, 'more and better ']);
    const item = 'more and better courses in every town, also in the evening';
    await bothRead([amina, kwame], [paragraph, item]);

    // One loses the line, both go on, and nothing is lost.
    await seesSaved(kwame, 'saved');
    await kwame.cutOff();
    await goesToStart(kwame);
    await kwame.page.keyboard.type('free, ', { delay: KEY_MS });
    await seesSaved(kwame, 'offline');
    await amina.page.keyboard.press('Control+End');
    await amina.page.keyboard.type(', with childcare', { delay: KEY_MS });
    await bothRead([amina], [paragraph, `${item}, with childcare`]);
    await kwame.comeBack();
    const whole = [paragraph, `free, ${item}, with childcare`];
    await bothRead([amina, kwame], whole);
    await seesSaved(kwame, 'saved');
    await kwame.page.reload();
    await bothRead([kwame], whole);

    // A name for this version; then the writing ends.
    await amina.press(words('advocacy:versions.nameOne'));
    await amina.fill(words('advocacy:versions.name'), 'Before the meeting in Porto');
    await amina.press(words('advocacy:versions.keep'));
    await expect(amina.find('link', words('advocacy:versions.line', { number: 1, name: 'Before the meeting in Porto' }))).toBeVisible();
    await amina.press(words('advocacy:freeze.open'));
    const form = amina.page.locator('form').filter({ has: amina.find('heading', words('advocacy:freeze.title')) });
    await amina.press(words('advocacy:freeze.open'), form);

    await amina.page.waitForURL(/\/endorsement$/);
    await kwame.sees(words('advocacy:frozen.ENDORSEMENT'));

    // One endorses, one endorses with a reservation.
    await answers(amina, path, 'Town of Braga', 'endorse');
    await answers(kwame, path, 'Casa Aberta', 'reserve', RESERVATION);
    await amina.sees(RESERVATION);

    await amina.page.getByRole('radio', { name: words('advocacy:outcome.adopted'), exact: true }).check();
    await amina.fill(words('advocacy:decide.statement'), 'Both organisations stand behind it; the reservation is printed.');
    await amina.press(words('advocacy:decide.state'));
    await amina.press(words('advocacy:publish.open'));
    await amina.sees(words('advocacy:publish.done'));

    // Anyone may read it now, with nothing but the address.
    const stranger = await stage.person('A stranger');
    await stranger.goTo('/positions');
    await stranger.follow(TITLE);
    await stranger.seesScreen(TITLE);
    for (const line of whole) await stranger.sees(line);
    await expect(stranger.find('heading', words('advocacy:public.who'))).toBeVisible();
    await stranger.sees(/Town of Braga/);
    await stranger.page.emulateMedia({ media: 'print' });
    await stranger.sees(RESERVATION);
    await stranger.sees(words('advocacy:public.adoptedWith', { count: 1 }));
    await stranger.goTo(path);
    await stranger.seesScreen(words('people:signIn.title'));
  });
});
