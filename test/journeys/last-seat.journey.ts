import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { MembershipRole } from '#domain/communities';
import { buildCommunity, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';
import { type CalendarEntry, readCalendarFile } from './calendar-file.js';
import type { Person } from './person.js';
import { prepareStage, type Stage } from './stage.js';

const { journey } = prepareStage();

const TITLE = 'Two days with the welcome desk of Vila Serena';
const SLUG = 'welcome-desks';

/** A coordinator in Lisbon and two members further east, each before a browser of their own. */
async function aCommunity({ server, person }: Stage) {
  const { id: communityId } = await buildCommunity(server, { name: 'Welcome desks', slug: SLUG });
  const join = async (name: string, timeZone: string, role: MembershipRole) => {
    const { id: personId } = await buildPerson(server, { name, timeZone });
    await buildMembership(server, { communityId, personId, role });
    const someone = await person(name, { timeZone });
    await someone.isSignedInAs(personId);
    return someone;
  };
  return {
    ines: await join('Inês Carvalho', 'Europe/Lisbon', MembershipRole.COORDINATOR),
    amina: await join('Amina Yusuf', 'Europe/Warsaw', MembershipRole.MEMBER),
    bogdan: await join('Bogdan Petrenko', 'Europe/Warsaw', MembershipRole.MEMBER),
  };
}

/** The clocks go forward in the night between the two days: the visit takes an hour less on the wall than on the watch. */
async function schedulesTheVisit(ines: Person): Promise<string> {
  const { words } = ines;
  await ines.goTo(`/c/${SLUG}/sessions`);
  await ines.follow(words('peer-learning:schedule.open'));
  await ines.seesScreen();
  await ines.fill(words('peer-learning:form.title'), TITLE);
  await ines.find('combobox', words('peer-learning:form.kind')).selectOption(words('peer-learning:kind.STUDY_VISIT'));
  await ines.fill(words('peer-learning:need.label'), 'How does one desk answer for school, health and work?');
  await ines.fill(words('peer-learning:form.date'), '2027-03-27');
  await ines.fill(words('peer-learning:form.time'), '18:00');
  await ines.fill(words('peer-learning:form.minutes'), String(20 * 60));
  await ines.fill(words('peer-learning:form.place'), 'Town hall, Vila Serena');
  await ines.fill(words('peer-learning:form.seats'), '1');
  await ines.press(words('peer-learning:schedule.save'));
  await ines.seesScreen(TITLE);
  await ines.page.waitForURL(/\/s\/[0-9a-f-]{36}$/);
  return new URL(ines.page.url()).pathname;
}

async function savesTheCalendarFile(person: Person): Promise<CalendarEntry> {
  const saved = person.page.waitForEvent('download');
  await person.follow(person.words('peer-learning:session.addToCalendar'));
  return readCalendarFile(readFileSync(await (await saved).path(), 'utf8'));
}

const seesOwnSeat = ({ page, words }: Person) =>
  expect(page.getByRole('heading', { name: words('peer-learning:standing.mine') })).toBeVisible({ timeout: 15_000 });

const newsAtTheBell = (person: Person) => person.find('link', new RegExp(`^${person.words('nav.inbox')}`)).first();

describe('The last seat of a session', () => {
  journey('goes to one of two who ask at once, then to the other, and everyone is told what changes', async (stage) => {
    const { ines, amina, bogdan } = await aCommunity(stage);
    const path = await schedulesTheVisit(ines);

    const first = await savesTheCalendarFile(ines);
    expect(first).toMatchObject({ title: TITLE, startsAt: '2027-03-27T18:00:00.000Z', endsAt: '2027-03-28T14:00:00.000Z' });

    await Promise.all([amina.goTo(path), bogdan.goTo(path)]);
    const { words } = amina;
    const asks = (person: Person) =>
      person.find('button', new RegExp(`^(${words('peer-learning:seat.take')}|${words('peer-learning:seat.wait')})$`)).click();
    await expect(amina.find('button', words('peer-learning:seat.take'))).toBeVisible();
    await expect(bogdan.find('button', words('peer-learning:seat.take'))).toBeVisible();
    await Promise.all([asks(amina), asks(bogdan)]);

    const waits = words('peer-learning:standing.waiting', { place: 1 });
    const isSeated = async (person: Person) => {
      const seated = person.find('heading', words('peer-learning:standing.mine'));
      await expect(seated.or(person.find('heading', waits))).toBeVisible();
      return seated.isVisible();
    };
    const seated = [await isSeated(amina), await isSeated(bogdan)];
    expect(seated.filter(Boolean)).toHaveLength(1);
    const [winner, other] = seated[0] ? [amina, bogdan] : [bogdan, amina];
    expect(await winner.find('heading', words('peer-learning:standing.mine')).isVisible()).toBe(true);

    await winner.press(words('peer-learning:seat.giveUp'));
    await seesOwnSeat(other);
    await expect(newsAtTheBell(other)).toContainText(words('nav.new', { count: 1 }));
    await newsAtTheBell(other).click();
    await expect(other.find('link', words('notifications:says.SEAT_MOVED_UP', { subject: TITLE }))).toBeVisible();
    await other.sees(words('notifications:reason.YOU_HAVE_SEAT'));

    await ines.press(words('peer-learning:change.open'));
    await ines.fill(words('peer-learning:form.time'), '19:00');
    await ines.press(words('peer-learning:change.save'));
    await ines.sees(words('peer-learning:change.done'));

    // She has her inbox open, and her zone is an hour ahead of Lisbon's.
    await expect(other.find('link', words('notifications:says.SESSION_CHANGED', { subject: TITLE }))).toBeVisible();
    await other.sees(/from .*27 March.*19:00 to .*27 March.*20:00/);

    const mail = await other.mail(/changed/i);
    expect(mail.text).toMatch(/Start: .*27 March.*20:00.*was: .*27 March.*19:00/);
    const moved = readCalendarFile(mail.calendar ?? 'none');
    expect(moved).toMatchObject({ uid: first.uid, startsAt: '2027-03-27T19:00:00.000Z', endsAt: '2027-03-28T15:00:00.000Z' });
    expect(moved.sequence).toBeGreaterThan(first.sequence);
    expect((await winner.server.mails(winner.email)).filter(({ calendar }) => calendar?.includes('T190000'))).toEqual([]);

    await other.goTo(path);
    const saved = await savesTheCalendarFile(other);
    expect(saved).toMatchObject({ uid: first.uid, sequence: moved.sequence, startsAt: moved.startsAt });
  });
});
