import { expect, type Locator, type Request } from '@playwright/test';
import { ConfidentialityLevel, JoinPolicy, MembershipRole, Visibility } from '#domain/communities';
import { buildCommunity, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildThread } from '../../libs/domain/discussions/testing.js';
import { buildSession } from '../../libs/domain/peer-learning/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';
import { picture } from '../../libs/platform/storage/testing.js';
import type { Person } from './person.js';
import { prepareStage, type Stage } from './stage.js';
import { composerOf, replies, sends, seesOnce } from './talk.js';

const { journey } = prepareStage();

const COMMUNITY = 'Shelters of the north';
const SLUG = 'shelters-north';
const THREAD = 'Where families sleep tonight';
const OPENING = 'Two rooms are free behind the school.';
const POSITION = 'No family without a room';
const SESSION = 'A night at the shelter of Braga';
const PLAN = 'The plan of the two rooms';
/** From the acknowledgement of the removal until nothing is left. */
const ONE_SECOND = { timeout: 1_000 };

/** A community that only its members read, with a coordinator, a colleague, and Amina, who has it open in two places. */
async function aClosedCommunity({ server, person }: Stage) {
  const { id: communityId } = await buildCommunity(server, {
    name: COMMUNITY,
    slug: SLUG,
    visibility: Visibility.MEMBERS,
    joinPolicy: JoinPolicy.BY_INVITATION,
  });
  const join = async (name: string, role: MembershipRole = MembershipRole.MEMBER) => {
    const { id } = await buildPerson(server, { name });
    await buildMembership(server, { communityId, personId: id, role });
    return id;
  };
  const enter = async (name: string, personId: string) => {
    const someone = await person(name);
    await someone.isSignedInAs(personId);
    return someone;
  };
  const inesId = await join('Inês Carvalho', MembershipRole.COORDINATOR);
  const aminaId = await join('Amina Yusuf');
  const bogdanId = await join('Bogdan Petrenko');
  const level = ConfidentialityLevel.COMMUNITY;
  const { id: threadId } = await buildThread(server, { communityId, authorId: inesId, title: THREAD, text: OPENING, level });
  await buildSession(server, { communityId, scheduledById: inesId, title: SESSION });
  return {
    path: `/t/${threadId}`,
    ines: await enter('Inês Carvalho', inesId),
    bogdan: await enter('Bogdan Petrenko', bogdanId),
    reading: await enter('Amina Yusuf, reading', aminaId),
    writing: await enter('Amina Yusuf, writing', aminaId),
  };
}

async function opensAPosition(ines: Person): Promise<string> {
  const { words } = ines;
  await ines.goTo(`/c/${SLUG}/positions/new`);
  await ines.fill(words('advocacy:form.title'), POSITION);
  await ines.fill(words('advocacy:form.addressee'), 'The Ministry of the Interior');
  await ines.fill(words('advocacy:form.purpose'), 'That nobody sleeps in the street.');
  await ines.press(words('advocacy:open.begin'));
  await ines.page.waitForURL(/\/p\/[0-9a-f-]{36}$/);
  return new URL(ines.page.url()).pathname;
}

const textOf = ({ page, words }: Person): Locator =>
  page.getByRole('textbox', { name: words('advocacy:desk.textOf', { title: POSITION }) });

/** A reply with a picture in it, as one sends it from a phone. */
async function showsThePlan(ines: Person): Promise<void> {
  const { words, page } = ines;
  await composerOf(ines).click();
  await page.keyboard.type('Here it is.');
  await page.locator('input[type=file]').setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: await picture(40, 30, 'png') });
  await ines.fill(words('content:picture.alt'), PLAN);
  await ines.press(words('content:picture.insert'));
  await expect(composerOf(ines).getByRole('img', { name: PLAN })).toBeVisible();
  await sends(ines);
  await seesOnce(ines, 'Here it is.');
  await expect(page.getByText(words('discussions:unsent.sending'))).toHaveCount(0);
}

/** A secret address for a calendar program; the path of it. */
async function subscribes(amina: Person): Promise<string> {
  const { words } = amina;
  await amina.goTo('/calendar');
  await amina.press(words('peer-learning:calendar.subscribe'));
  await amina.press(words('peer-learning:feeds.create'));
  return new URL(await amina.page.getByLabel(words('peer-learning:feeds.address')).inputValue()).pathname;
}

/** Everything that the server says on the lines of a page, while it is open. */
function listensTo({ page }: Person): string[] {
  const heard: string[] = [];
  page.on('websocket', (line) => line.on('framereceived', ({ payload }) => heard.push(payload.toString())));
  return heard;
}

/** The page's own question for an operation, to be asked again later with the same cookie. */
const questionFor = ({ page }: Person, operation: string): Promise<Request> =>
  page.waitForRequest((request) => request.url().includes('/graphql') && (request.postData() ?? '').includes(`"${operation}"`));

async function asksAgain({ context }: Person, question: Request): Promise<string> {
  const { cookie: _, ...headers } = await question.allHeaders();
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(:|host$|content-length$|accept-encoding$)/.test(name)));
  const answer = await context.request.fetch(question.url(), { method: 'POST', headers: kept, data: question.postData() ?? '' });
  return answer.text();
}

async function looksFor(amina: Person, text: string): Promise<Locator> {
  await amina.page.keyboard.press('Control+k');
  await amina
    .find('dialog')
    .getByRole('textbox', { name: amina.words('goTo.label') })
    .fill(text);
  // A place begins with its name; what only repeats the words begins otherwise.
  return amina.find('option', new RegExp(`^${text}`));
}

/** Resolves when the server has said yes. */
async function removes(ines: Person, name: string): Promise<void> {
  const { words, page } = ines;
  await ines.press(words('communities:members.change', { name }));
  await ines.find('menuitem', words('communities:members.remove')).click();
  const acknowledged = page.waitForResponse((response) => (response.request().postData() ?? '').includes('"RemoveMember"'));
  await ines.press(words('communities:members.removeNow'));
  expect(await (await acknowledged).text()).not.toContain('errors');
}

describe('A member who is removed', () => {
  journey('has nothing of the community left within a second, wherever she had it open', async (stage) => {
    const { ines, bogdan, reading, writing, path } = await aClosedCommunity(stage);
    const { words } = reading;
    const positionPath = await opensAPosition(ines);
    await ines.goTo(path);
    await showsThePlan(ines);

    // She has everything: a calendar address, the thread with its picture, the text that is being written.
    const feed = await subscribes(writing);
    const calendar = async () => (await fetch(stage.server.address + feed)).text();
    expect(await calendar()).toContain(SESSION);

    const heardReading = listensTo(reading);
    const heardWriting = listensTo(writing);
    const [question] = await Promise.all([questionFor(reading, 'Posts'), reading.goTo(path)]);
    await seesOnce(reading, OPENING);
    expect(await asksAgain(reading, question)).toContain(OPENING);
    const address = (await reading.page.getByRole('img', { name: PLAN }).getAttribute('src')) ?? '';
    const file = async () => (await reading.context.request.get(address)).status();
    expect(await file()).toBe(200);
    await expect(await looksFor(reading, THREAD)).toHaveCount(1);
    await reading.page.keyboard.press('Escape');
    await expect(reading.find('link', COMMUNITY).first()).toBeVisible();
    await replies(ines, 'Said while she was here.');
    await expect(reading.find('button', words('discussions:thread.newReplies', { count: 1 }))).toBeVisible();

    await Promise.all([bogdan.goTo(positionPath), writing.goTo(positionPath), ines.goTo(`/c/${SLUG}/members`)]);
    await textOf(writing).click();
    await writing.page.keyboard.type('Her words. ');
    await expect(textOf(bogdan)).toContainText('Her words.');
    await textOf(bogdan).click();
    await bogdan.page.keyboard.press('Control+End');
    await bogdan.page.keyboard.type('His words. ');
    await expect(textOf(writing)).toContainText('His words.');
    await textOf(writing).click();

    await removes(ines, 'Amina Yusuf');
    const already = { reading: heardReading.length, writing: heardWriting.length };
    const nothing = words('trouble.notFound');
    await Promise.all([
      writing.page.keyboard.insertText('Too late.'),
      expect(reading.page.getByText(nothing)).toBeVisible(ONE_SECOND),
      expect(reading.page.getByRole('article')).toHaveCount(0, ONE_SECOND),
      expect(reading.find('link', COMMUNITY)).toHaveCount(0, ONE_SECOND),
      expect(textOf(writing)).toHaveCount(0, ONE_SECOND),
      expect(writing.page.getByText('His words.')).toHaveCount(0, ONE_SECOND),
      calendar().then((text) => expect(text).not.toContain(SESSION)),
      file().then((status) => expect(status).toBe(404)),
      asksAgain(reading, question).then((text) => {
        expect(text).toContain('NOT_FOUND');
        expect(text).not.toContain(OPENING);
      }),
    ]);

    // The others go on, and she hears nothing of it.
    await bogdan.page.keyboard.type('Written when she had gone.');
    await bogdan.sees(words('writing:saving.saved'));
    await ines.goTo(path);
    await replies(ines, 'Said when she had gone.');
    await ines.goTo(positionPath);
    await expect(textOf(ines)).toContainText('Her words. His words. Written when she had gone.');
    await expect(textOf(ines)).not.toContainText('Too late.');
    const since = [...heardReading.slice(already.reading), ...heardWriting.slice(already.writing)].join('\n');
    expect(since).not.toMatch(/when she had gone|post-added|y:update/);

    // Nor does she find a way back: by a search, by an address, from home.
    await expect(await looksFor(reading, THREAD)).toHaveCount(0);
    await reading.goTo(`/search?q=${encodeURIComponent(THREAD)}`);
    await reading.sees(words('search:nothing'));
    for (const gone of [path, positionPath]) {
      await reading.goTo(gone);
      await reading.sees(nothing);
    }
    await reading.goTo('/');
    await expect(reading.find('status', words('loading'))).toHaveCount(0);
    await expect(reading.find('link', new RegExp(COMMUNITY))).toHaveCount(0);
  });
});
