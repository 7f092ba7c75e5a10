import { Mailer } from '#platform/mail';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildMembership } from '../communities/testing.js';
import { Reminders } from '../peer-learning/reminders.service.js';
import { buildSession, buildSessionSeat } from '../peer-learning/testing.js';
import { CHANGE } from '../peer-learning/testing/operations.js';
import { buildPerson } from '../people/testing.js';
import { NoticeMails } from './notice-mails.js';
import { NOTICE_MAIL } from './notice-mail.js';
import { NotificationKind } from './notification.enums.js';
import { circleWithThread, inboxOf, prefer, reply } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const mailsTo = async ({ email }: { email: string }) => {
  await app.jobsDone();
  return app.mails(email);
};
/** Queues the mail of somebody's newest notice again and says what became of it. */
async function mailAgain(person: { id: string; email: string }): Promise<string> {
  const [notice] = await app.sql('select id from notification where person_id = $1 order by created_at desc limit 1', [person.id]);
  const params = { notificationId: notice?.['id'] };
  await app.database.transaction((tx) => app.get(Mailer).send(tx, { kind: NOTICE_MAIL, to: person.email, language: 'en', params }));
  await app.jobsDone();
  return (await app.sql('select state from mail where kind = $1 order by created_at desc limit 1', [NOTICE_MAIL]))[0]?.['state'];
}

describe('the mail of a mention', () => {
  it('tells where and why, in the reader’s language, and nothing of what was said', async () => {
    const { community, thread, ben, cleo } = await circleWithThread(app);
    await app.sql(`update person set language = 'fr' where id = $1`, [cleo.id]);
    await app.sql(`update community set name = 'Costs $& more' where id = $1`, [community.id]);
    await reply(app, thread.id, ben.id, 'a secret thing.', [{ id: cleo.id, name: 'Cleo' }]);
    const [mail, ...more] = await mailsTo(cleo);
    expect(more).toEqual([]);
    expect([mail?.language, mail?.subject]).toEqual(['fr', 'Vous avez été cité·e dans Costs $& more']);
    expect(mail?.text).toContain(`/t/${thread.id}#post-2`);
    expect(mail?.text + (mail?.html ?? '')).not.toMatch(/secret|Evening courses/);
  });

  it('leaves only while the notice is unread, wanted, and its receiver a member', async () => {
    const { community, thread, ben, cleo } = await circleWithThread(app);
    const { position } = await reply(app, thread.id, ben.id, 'look.', [{ id: cleo.id, name: 'Cleo' }]);
    await app.jobsDone();
    expect(await mailAgain(cleo)).toBe('KEPT');
    await prefer(app, cleo.id, 'MENTION', 'INBOX');
    expect(await mailAgain(cleo)).toBe('DROPPED');
    await prefer(app, cleo.id, 'MENTION', 'INBOX_AND_MAIL');
    expect(await mailAgain(cleo)).toBe('KEPT');
    await app.sql('delete from membership where person_id = $1 and community_id = $2', [cleo.id, community.id]);
    expect(await mailAgain(cleo)).toBe('DROPPED');
    await buildMembership(app, { communityId: community.id, personId: cleo.id });
    expect(await mailAgain(cleo)).toBe('KEPT');
    await app.ok(
      'mutation ($input: MarkReadInput!) { markRead(input: $input) { id } }',
      { input: { threadId: thread.id, position } },
      { as: cleo.id },
    );
    expect(await mailAgain(cleo)).toBe('DROPPED');
  });
});

describe('the mail of a session', () => {
  it('says from what to what in the reader’s zone and carries the same entry with a higher sequence', async () => {
    const session = await buildSession(app, { localStart: '2027-05-20T16:00', link: 'https://meet.example.org/a' });
    const person = await buildPerson(app, { timeZone: 'Europe/Kyiv' });
    await buildMembership(app, { communityId: session.communityId, personId: person.id });
    await buildSessionSeat(app, session, { personId: person.id });
    const change = (input: object) => app.ok(CHANGE, { input: { sessionId: session.id, ...input } }, { as: session.scheduledById });
    await change({ localStart: '2027-05-21T17:30', durationMinutes: 60 });
    await app.jobsDone();
    await change({ link: 'https://meet.example.org/b' });
    const [second, first] = await mailsTo(person);
    for (const part of ['Friday', '19:30', 'Thursday', '18:00', '60 minutes'])
      expect(first?.text.replaceAll('\u202f', ' ')).toContain(part);
    expect(second?.text).toContain('open the session to see it');
    const entry = (text = '') => ({ uid: text.match(/^UID:(.*)\r$/m)?.[1], sequence: Number(text.match(/^SEQUENCE:(\d+)/m)?.[1]) });
    expect(entry(first?.calendar ?? '')).toEqual({ uid: `session-${session.id}@throughline`, sequence: 1 });
    expect(entry(second?.calendar ?? '')).toEqual({ uid: `session-${session.id}@throughline`, sequence: 2 });
    await app.sql('delete from seat where person_id = $1', [person.id]);
    expect(await mailAgain(person)).toBe('DROPPED');
  });

  it('reminds only who wants to be reminded by mail, with a way to stop it', async () => {
    app.clock.set('2027-05-19T15:00:05Z');
    const session = await buildSession(app, { localStart: '2027-05-20T16:00' });
    const people = [await buildPerson(app), await buildPerson(app), await buildPerson(app)] as const;
    for (const { id } of people) {
      await buildMembership(app, { communityId: session.communityId, personId: id });
      await buildSessionSeat(app, session, { personId: id });
    }
    await prefer(app, people[1].id, 'SESSION_REMINDER', 'INBOX');
    await prefer(app, people[2].id, 'SESSION_REMINDER', 'NONE');
    const startsAt = '2027-05-20T15:00:00.000Z';
    await app.get(Reminders).remind({ sessionId: session.id, startsAt });
    await app.get(Reminders).remind({ sessionId: session.id, startsAt });
    const [mails, inboxes] = [[], []] as [number[], number[]];
    for (const person of people) {
      mails.push((await mailsTo(person)).length);
      inboxes.push((await inboxOf(app, person.id)).notices.length);
    }
    app.clock.set(null);
    expect([mails, inboxes]).toEqual([
      [1, 0, 0],
      [1, 1, 0],
    ]);
  });
});

describe('the address that stops a kind of mail', () => {
  const call = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) =>
    app.nest.inject({
      method,
      url: url.replace(app.config.baseUrl, ''),
      headers,
      ...(method === 'POST'
        ? { payload: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } }
        : {}),
    });
  const channelOf = async (personId: string, kind: string): Promise<string> => {
    const { notificationPreferences } = await app.ok('{ notificationPreferences { kind channel } }', {}, { as: personId });
    return notificationPreferences.find((preference: { kind: string }) => preference.kind === kind).channel;
  };

  it('shows a button when it is opened, and acts when it is sent, as mail programs do it', async () => {
    const person = await buildPerson(app, { language: 'ar' });
    const url = app.get(NoticeMails).stopUrl(person.id, NotificationKind.MENTION);
    const page = await call('GET', url);
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toMatch(/dir="rtl"[^]*<form method="post"><button/);
    expect(await channelOf(person.id, 'MENTION')).toBe('INBOX_AND_MAIL');
    expect((await call('POST', url)).statusCode).toBe(200);
    expect(await channelOf(person.id, 'MENTION')).toBe('INBOX');
    await prefer(app, person.id, 'MENTION', 'NONE');
    expect((await call('POST', url)).statusCode).toBe(200);
    expect(await channelOf(person.id, 'MENTION')).toBe('NONE');
  });

  it('is not there with a signature of something else', async () => {
    const [one, other] = [await buildPerson(app), await buildPerson(app)];
    const good = app.get(NoticeMails).stopUrl(one.id, NotificationKind.MENTION);
    const forged = [
      good.replace(one.id, other.id),
      good.replace('MENTION', 'REPLY'),
      good.replace('MENTION', 'toString'),
      `${good}x`,
      good.slice(0, -4),
      good.replace(one.id, 'nobody'),
    ];
    for (const url of forged) {
      for (const method of ['GET', 'POST'] as const) expect([url, (await call(method, url)).statusCode]).toEqual([url, 404]);
    }
    expect(await channelOf(one.id, 'MENTION')).toBe('INBOX_AND_MAIL');
  });
});
