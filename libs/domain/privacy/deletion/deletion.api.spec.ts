import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { MembershipRole } from '#domain/communities';
import { Deletions } from '#domain/privacy';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildPost, buildThread } from '../../discussions/testing.js';
import { buildSession, buildSessionSeat } from '../../peer-learning/testing.js';
import { buildPerson, buildSeat } from '../../people/testing.js';

const DELETE = 'mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { leavingAt } }';
const KEEP = 'mutation ($input: KeepAccountInput!) { keepAccount(input: $input) }';
const DAY = 86_400_000;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());
afterEach(() => app.clock.set(null));

const askedBy = (as: string, keepContributions = true) => app.graphql(DELETE, { input: { keepContributions } }, { as });
const later = (days: number) => app.clock.set(new Date(Date.now() + days * DAY));
const rowOf = async (id: string) => (await app.sql('select * from person where id = $1', [id]))[0] ?? {};

/** Somebody who left traces everywhere. */
async function somebody() {
  const email = `olena-${randomUUID()}@town.example`;
  const { id } = await buildPerson(app, { name: `Olena ${randomUUID().slice(0, 8)}`, email, headline: 'A line', about: 'A text' });
  const { name } = (await rowOf(id)) as { name: string };
  const { id: communityId } = await buildCommunity(app);
  await buildMembership(app, { communityId, personId: id });
  const other = (await buildPerson(app, { name: 'Other' })).id;
  await buildMembership(app, { communityId, personId: other, role: MembershipRole.COORDINATOR });
  await buildSeat(app, { personId: id });
  const thread = await buildThread(app, { communityId, authorId: id, title: 'Rooms' });
  const post = await buildPost(app, { threadId: thread.id, authorId: id, said: 'I was there that night' });
  const body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Ask ' },
          { type: 'mention', attrs: { id, label: 'whoever' } },
        ],
      },
    ],
  };
  const { reply } = await app.ok(
    'mutation ($input: ReplyInput!) { reply(input: $input) { id } }',
    { input: { threadId: thread.id, body } },
    { as: other },
  );
  const session = await buildSession(app, { communityId, scheduledById: other, startsAt: new Date(Date.now() + 60 * DAY) } as never);
  await buildSessionSeat(app, session, { personId: id });
  await app.sql(`insert into draft (person_id, subject, body, saved_at) values ($1, 'thread:x', '{}', now())`, [id]).catch(() => undefined);
  return {
    id,
    name,
    email,
    communityId,
    other,
    threadId: thread.id,
    postId: post.id,
    mentioningId: reply.id as string,
    sessionId: session.id,
  };
}

async function deleted(keeps: boolean) {
  const one = await somebody();
  expect((await askedBy(one.id, keeps)).errors).toBeUndefined();
  later(15);
  await app.get(Deletions).deleteDue();
  await app.jobsDone();
  return one;
}

describe('asking for deletion', () => {
  it('signs out at once, and the mail has a way back', async () => {
    const { id, email } = await somebody();
    const cookie = await app.cookieOf(id);
    expect((await askedBy(id)).data.deleteAccount.leavingAt).toBeDefined();
    expect((await app.graphql('{ viewer { id } }', {}, { headers: { cookie } })).data?.viewer).toBeNull();
    await app.jobsDone();
    const mail = (await app.mails(email)).find(({ text }) => text.includes('/keep-account?token='));
    const token = mail?.text.match(/token=([\w-]+)/)?.[1] ?? '';
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await rowOf(id))).not.toContain(token);
    expect(await app.refusal(KEEP, { input: { token: `${token.slice(0, -1)}x` } })).not.toBe('none');
    expect((await app.ok(KEEP, { input: { token } })).keepAccount).toBe(true);
    expect(await app.refusal(KEEP, { input: { token } })).not.toBe('none');
    later(15);
    await app.get(Deletions).deleteDue();
    expect(await rowOf(id)).toMatchObject({ email, deleted_at: null, leaving_at: null });
    const acts = await app.sql(`select act from audit_entry where subject_id = $1 order by seq`, [id]);
    expect(acts.map(({ act }) => act)).toEqual(['privacy.deletion-asked', 'privacy.deletion-withdrawn']);
  });

  it('needs a fresh sign-in', async () => {
    const { id } = await somebody();
    await app.cookieOf(id);
    await app.sql(`update sign_in_session set created_at = now() - interval '11 minutes' where person_id = $1`, [id]);
    expect((await askedBy(id)).errors?.[0]?.extensions.code).toBe('FRESH_SIGN_IN_NEEDED');
  });

  it('names the communities that must be handed over first', async () => {
    const { id: communityId } = await buildCommunity(app, { name: 'Courses of Braga' });
    const last = (await buildPerson(app)).id;
    await buildMembership(app, { communityId, personId: last, role: MembershipRole.COORDINATOR });
    const { id: membershipId } = await buildMembership(app, { communityId });
    const [error] = (await askedBy(last)).errors ?? [];
    expect([error?.extensions.code, error?.message]).toEqual(['LAST_COORDINATOR_OF', expect.stringContaining('Courses of Braga')]);
    await app.ok(
      'mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { id } }',
      { input: { membershipId, role: 'COORDINATOR' } },
      { as: last },
    );
    expect((await askedBy(last)).errors).toBeUndefined();
  });

  it('waits fourteen days', async () => {
    const { id } = await somebody();
    await askedBy(id);
    later(13);
    await app.get(Deletions).deleteDue();
    expect((await rowOf(id))['deleted_at']).toBeNull();
  });
});

describe('a deleted person', () => {
  it('is nowhere any more: not in one column of one table', async () => {
    const { id, name, email } = await deleted(true);
    const tables = await app.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const table of tables) {
      const rows = await app.sql(`select 1 from "${table.name}" t where t::text like $1 or t::text like $2`, [`%${name}%`, `%${email}%`]);
      // The mailbox of tests keeps what a mail server would have got.
      if (table.name !== 'mail') expect([table.name, rows.length]).toEqual([table.name, 0]);
    }
    expect(await rowOf(id)).toMatchObject({ name: 'Former member', headline: null, about: null, password_hash: null });
    for (const table of ['sign_in_session', 'draft', 'membership', 'organisation_seat', 'notification', 'mutation_key', 'api_token'])
      expect([table, await app.sql(`select 1 from ${table} where person_id = $1`, [id])]).toEqual([table, []]);
  });

  it('leaves words under “former member”, in the reader’s language, and out of mentions', async () => {
    const { other, threadId, mentioningId } = await deleted(true);
    await app.sql(`update person set language = 'de' where id = $1`, [other]);
    const { thread } = await app.ok(
      'query ($id: ID!) { thread(id: $id) { author { name } posts(first: 9) { nodes { id html author { name } } } } }',
      { id: threadId },
      { as: other },
    );
    expect(thread.author.name).toBe('Ehemaliges Mitglied');
    expect(JSON.stringify(thread)).toContain('I was there that night');
    expect(thread.posts.nodes.find((post: { id: string }) => post.id === mentioningId).html).toContain('@…');
  });

  it('takes words back when they wished so', async () => {
    const { other, threadId, postId } = await deleted(false);
    const { thread } = await app
      .ok(
        'query ($id: ID!) { thread(id: $id) { posts(first: 9) { nodes { id html isRemoved: removedAt } } } }',
        { id: threadId },
        { as: other },
      )
      .catch(() =>
        app.ok('query ($id: ID!) { thread(id: $id) { posts(first: 9) { nodes { id html } } } }', { id: threadId }, { as: other }),
      );
    expect(JSON.stringify(thread)).not.toContain('I was there that night');
    expect(await app.sql('select text, html, removed_at is not null as removed from post where id = $1', [postId])).toEqual([
      { text: '', html: '', removed: true },
    ]);
  });

  it('gives seats back, is counted nowhere, and gets a last mail with a reference', async () => {
    const { communityId, email, sessionId } = await deleted(true);
    expect(await app.sql('select member_count from community where id = $1', [communityId])).toEqual([{ member_count: 1 }]);
    expect(await app.sql('select taken_seats from session where id = $1', [sessionId])).toEqual([{ taken_seats: 0 }]);
    const [register] = await app.sql('select reference from deletion_register order by deleted_at desc limit 1');
    expect((await app.mails(email))[0]?.text).toContain(register?.['reference']);
  });

  it('is in the register by a keyed hash alone', async () => {
    const { id, email, name } = await deleted(true);
    const file = readFileSync(`${app.config.dataDir}/deletion-register.jsonl`, 'utf8');
    for (const secret of [id, email, name]) expect(file).not.toContain(secret);
    expect(file.trim().split('\n').length).toBeGreaterThan(0);
  });
});

describe('a restored backup', () => {
  it('does not bring anybody back', async () => {
    const one = await somebody();
    // The backup: the database as it was before, seen by a server that starts on it with the data folder of today.
    await app.sql(`create table backup_person as select * from person where id = $1`, [one.id]);
    await app.sql(`create table backup_post as select * from post where author_id = $1`, [one.id]);
    await askedBy(one.id, false);
    later(15);
    await app.get(Deletions).deleteDue();
    await app.jobsDone();
    const columns = 'email, name, headline, about, deleted_at, leaving_at';
    await app.sql(`update person p set (${columns}) = (select ${columns} from backup_person) where id = $1`, [one.id]);
    await app.sql(
      `update post p set body = b.body, html = b.html, text = b.text, removed_at = null, removed_by_id = null from backup_post b where b.id = p.id`,
    );
    await app.sql('delete from deletion_register');
    await app.sql('drop table backup_person, backup_post');
    const post = async () => (await app.sql('select text from post where id = $1', [one.postId]))[0]?.['text'];
    expect([(await rowOf(one.id))['email'], await post()]).toEqual([one.email, 'I was there that night']);

    expect(await app.get(Deletions).replay()).toBeGreaterThanOrEqual(1);
    await app.jobsDone();
    expect(await rowOf(one.id)).toMatchObject({ name: 'Former member', deleted_at: expect.any(Date) });
    expect(await post()).toBe('');
    expect(await app.mails(one.email)).toEqual([]);
    expect(await app.get(Deletions).replay()).toBe(0);
  });

  it('completes a register file that was lost, and bears a broken line', async () => {
    const file = `${app.config.dataDir}/deletion-register.jsonl`;
    await deleted(true);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    writeFileSync(file, '{"hash":"12\n');
    expect(await app.get(Deletions).replay()).toBe(0);
    const hashes = (text: string) =>
      [...text.matchAll(/"hash":"([0-9a-f]{64})"/g)].map(([, hash]) => hash ?? '').sort((a, b) => a.localeCompare(b));
    expect(hashes(readFileSync(file, 'utf8'))).toEqual(hashes(lines.join('\n')));
  });
});
