import { type GraphqlAnswer, startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { io, type Socket } from 'socket.io-client';
import type { KeptMail } from '#platform/mail';
import type { Organisation } from './organisation.entity.js';
import { Passwords } from './passwords.service.js';
import { People } from './people.service.js';
import { SignIn } from './sign-in.service.js';
import { buildOrganisation, buildPerson, buildSeat } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());
// Each test is a newcomer to the limits, except where it tests them.
beforeEach(() => app.sql('delete from rate_limit'));

const REQUEST = 'mutation ($input: RequestSignInInput!) { requestSignIn(input: $input) { requestId expiresAt } }';
const SIGNED_IN = '{ isNew returnTo viewer { id email person { name } sessions { id isCurrent device } } }';
const BY_CODE = `mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) ${SIGNED_IN} }`;
const BY_LINK = `mutation ($input: SignInWithLinkInput!) { signInWithLink(input: $input) ${SIGNED_IN} }`;
const BY_PASSWORD = `mutation ($input: SignInWithPasswordInput!) { signInWithPassword(input: $input) ${SIGNED_IN} }`;
const SET_PASSWORD = 'mutation ($input: SetPasswordInput!) { setPassword(input: $input) { hasPassword } }';
const WHO = '{ viewer { id email } }';

/** A browser: keeps its cookies. */
class Browser {
  readonly cookies = new Map<string, string>();
  lastSetCookies: string[] = [];

  constructor(private readonly headers: Record<string, string> = {}) {}

  async graphql(query: string, variables: object = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.nest.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', origin: app.config.baseUrl, ...(cookie ? { cookie } : {}), ...this.headers },
      payload: { query, variables },
    });
    const set = response.headers['set-cookie'];
    this.lastSetCookies = set === undefined ? [] : Array.isArray(set) ? set : [set];
    for (const line of this.lastSetCookies) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (line.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    expect(response.statusCode).toBeLessThan(500);
    return response.json() as Omit<GraphqlAnswer, 'status'>;
  }

  async ok(query: string, variables: object = {}) {
    const { data, errors } = await this.graphql(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async refusal(query: string, variables: object = {}): Promise<string> {
    const { errors } = await this.graphql(query, variables);
    return errors?.[0]?.extensions['code'] ?? 'accepted';
  }

  async ask(email: string, more: object = {}): Promise<string> {
    return (await this.ok(REQUEST, { input: { email, ...more } })).requestSignIn.requestId;
  }
}

const mailTo = async (email: string): Promise<KeptMail> => {
  await app.jobsDone();
  const [mail] = await app.mails(email);
  if (!mail) throw new Error(`no mail to ${email}`);
  return mail;
};
const codeOf = (mail: KeptMail): string =>
  mail.text
    .match(/^(\d{3}) (\d{3})$/m)
    ?.slice(1)
    .join('') ?? '';
const tokenOf = (mail: KeptMail): string => mail.text.match(/\/sign-in\/link\?token=([A-Za-z0-9_-]{43})$/m)?.[1] ?? '';
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

let count = 0;
const address = () => `someone${++count}@example.org`;

const signedIn = async (email: string, browser = new Browser()) => {
  const requestId = await browser.ask(email);
  await browser.ok(BY_CODE, { input: { requestId, code: codeOf(await mailTo(email)) } });
  return browser;
};

describe('signing in by mail', () => {
  it('makes an account of an unknown address when the code comes back, and keeps one signed in', async () => {
    const browser = new Browser({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
    const email = address();
    const requestId = await browser.ask(` ${email.toUpperCase()} `, { returnTo: '/communities' });
    expect(await app.sql('select from person where email = $1', [email])).toHaveLength(0);
    const { signInWithCode } = await browser.ok(BY_CODE, { input: { requestId, code: codeOf(await mailTo(email)) } });
    expect(signInWithCode).toMatchObject({ isNew: true, returnTo: '/communities', viewer: { email, person: { name: 'New member' } } });
    expect(signInWithCode.viewer.sessions).toEqual([{ id: expect.any(String), isCurrent: true, device: 'Firefox · Linux' }]);
    expect(browser.lastSetCookies[0]).toMatch(/^__Host-throughline=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=7776000$/);
    expect((await browser.ok(WHO)).viewer.email).toBe(email);
  });

  it('keeps neither token, code nor address where they could be read later', async () => {
    const browser = new Browser();
    const email = address();
    await browser.ask(email);
    const mail = await mailTo(email);
    const [row] = await app.sql<{ all: string }>(`select row_to_json(r)::text as all from sign_in_request r where email = $1`, [email]);
    expect(row?.all).not.toContain(tokenOf(mail));
    expect(row?.all).not.toContain(`"${codeOf(mail)}"`);
    const limits = JSON.stringify(await app.sql('select key from rate_limit'));
    expect(limits).not.toContain(email);
    expect(limits).not.toContain('127.0.0');
    expect(await app.sql('select params from mail where recipient = $1 and params is not null', [email])).toEqual([]);
  });

  it('takes the code with a space in it', async () => {
    const browser = new Browser();
    const email = address();
    const requestId = await browser.ask(email);
    const code = codeOf(await mailTo(email));
    expect(await browser.refusal(BY_CODE, { input: { requestId, code: ` ${code.slice(0, 3)} ${code.slice(3)} ` } })).toBe('accepted');
  });

  it('works by link, once', async () => {
    const browser = new Browser();
    const email = address();
    await browser.ask(email);
    const token = tokenOf(await mailTo(email));
    expect((await browser.ok(BY_LINK, { input: { token } })).signInWithLink.viewer.email).toBe(email);
    expect(await browser.refusal(BY_LINK, { input: { token } })).toBe('LINK_REFUSED');
  });

  it('lets one of two simultaneous uses of a link in', async () => {
    const browser = new Browser();
    const email = address();
    await browser.ask(email);
    const token = tokenOf(await mailTo(email));
    const answers = await Promise.all([1, 2, 3, 4].map(() => browser.refusal(BY_LINK, { input: { token } })));
    expect(answers.sort()).toEqual(['LINK_REFUSED', 'LINK_REFUSED', 'LINK_REFUSED', 'accepted']);
  });

  it('ends the code with the link, and all other open requests of the address', async () => {
    const browser = new Browser();
    const email = address();
    const first = await browser.ask(email);
    const firstCode = codeOf(await mailTo(email));
    const second = await browser.ask(email);
    const secondMail = await mailTo(email);
    await browser.ok(BY_LINK, { input: { token: tokenOf(secondMail) } });
    expect(await browser.refusal(BY_CODE, { input: { requestId: second, code: codeOf(secondMail) } })).toBe('CODE_REFUSED');
    expect(await browser.refusal(BY_CODE, { input: { requestId: first, code: firstCode } })).toBe('CODE_REFUSED');
  });

  it('refuses link and code in another browser, and leaves them good in the one that asked', async () => {
    const browser = new Browser();
    const email = address();
    const requestId = await browser.ask(email);
    const mail = await mailTo(email);
    const other = new Browser();
    await other.ask(address());
    expect(await other.refusal(BY_LINK, { input: { token: tokenOf(mail) } })).toBe('OTHER_BROWSER');
    expect(await other.refusal(BY_CODE, { input: { requestId, code: codeOf(mail) } })).toBe('CODE_REFUSED');
    expect(await browser.refusal(BY_CODE, { input: { requestId, code: codeOf(mail) } })).toBe('accepted');
  });

  it('is dead after five wrong codes, also for the right one', async () => {
    const browser = new Browser();
    const email = address();
    const requestId = await browser.ask(email);
    const code = codeOf(await mailTo(email));
    const tries = await Promise.all([1, 2, 3, 4, 5].map(() => browser.refusal(BY_CODE, { input: { requestId, code: wrong(code) } })));
    expect(tries).toEqual(Array(5).fill('CODE_REFUSED'));
    expect(await browser.refusal(BY_CODE, { input: { requestId, code } })).toBe('CODE_REFUSED');
  });

  it('is over after 15 minutes', async () => {
    const browser = new Browser();
    const email = address();
    const requestId = await browser.ask(email);
    const mail = await mailTo(email);
    const before = app.clock.now();
    try {
      app.clock.set(new Date(before.getTime() + 15 * 60_000 + 1));
      expect(await browser.refusal(BY_CODE, { input: { requestId, code: codeOf(mail) } })).toBe('CODE_REFUSED');
      expect(await browser.refusal(BY_LINK, { input: { token: tokenOf(mail) } })).toBe('LINK_REFUSED');
    } finally {
      app.clock.set(before);
    }
  });

  it('answers known and unknown addresses alike, in words and in work', async () => {
    const known = await buildPerson(app);
    const work = async (email: string) => {
      const browser = new Browser();
      const answer: { data?: object } = {};
      const statements = await app.statements(async () => Object.assign(answer, await browser.graphql(REQUEST, { input: { email } })));
      return {
        shape: JSON.stringify(answer)
          .replace(/"[0-9a-f-]{36}"/g, 'ID')
          .replace(/\d{4}-[^"]+Z/g, 'TIME'),
        statements,
      };
    };
    await work(address()); // the first one opens what the next ones share
    const forKnown = await work(known.email);
    const forUnknown = await work(address());
    expect(forKnown.shape).toBe(forUnknown.shape);
    expect(forKnown.statements).toEqual(forUnknown.statements);
    expect(forKnown.statements.join()).not.toMatch(/from "?person/);
    const [one, two] = [await mailTo(known.email), await mailTo(`someone${count}@example.org`)];
    const bare = (mail: KeptMail) =>
      mail.text.replace(codeOf(mail).slice(0, 3), '').replace(codeOf(mail).slice(3), '').replace(tokenOf(mail), '');
    expect(bare(one)).toBe(bare(two));
  });

  it('writes in the language of the account, or else of the browser', async () => {
    const arab = await buildPerson(app, { language: 'ar' });
    await new Browser().ask(arab.email);
    const mail = await mailTo(arab.email);
    expect(mail.subject).toBe('رمز تسجيل الدخول الخاص بك');
    expect(codeOf(mail)).toMatch(/^\d{6}$/);
    const email = address();
    const browser = new Browser({ 'accept-language': 'xx;q=1, de-AT;q=0.9, en;q=0.8' });
    await signedIn(email, browser);
    expect((await mailTo(email)).subject).toBe('Ihr Anmeldecode');
    expect((await browser.ok('{ viewer { language } }')).viewer.language).toBe('de');
  });

  it.each([
    'nobody',
    'a@b',
    'Ana <ana@example.org>',
    'ana@example.org, eve@example.org',
    'ana@example.org\r\nBcc: eve@example.org',
    'a\0@example.org',
    '',
  ])('names the field for the address %j', async (email) => {
    const { errors } = await new Browser().graphql(REQUEST, { input: { email } });
    expect(errors?.[0]?.extensions).toMatchObject({ kind: 'INVALID', fields: [{ path: 'email' }] });
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a\nb'])(
    'leads nobody to %j',
    async (returnTo) => {
      const { errors } = await new Browser().graphql(REQUEST, { input: { email: address(), returnTo } });
      expect(errors?.[0]?.extensions).toMatchObject({ kind: 'INVALID', fields: [{ path: 'returnTo' }] });
    },
  );

  it.each([
    ['not-an-id', '123456'],
    ['00000000-0000-4000-8000-000000000000', '123456'],
    ['00000000-0000-4000-8000-000000000000', '\0'],
  ])('refuses request %s with code %j', async (requestId, code) => {
    expect(await new Browser().refusal(BY_CODE, { input: { requestId, code } })).toBe('CODE_REFUSED');
  });

  it('sends an address six mails in a quarter of an hour, then asks to wait', async () => {
    const email = address();
    const browser = new Browser();
    for (let i = 0; i < 6; i++) await browser.ask(i % 2 ? email : email.toUpperCase());
    const { errors } = await new Browser().graphql(REQUEST, { input: { email } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY', retryAfterSeconds: expect.any(Number) });
    expect(errors?.[0]?.message).toBe('Too many tries. Wait 15 minutes and try again.');
  });

  it('sends a mail that could not leave in time to nobody', async () => {
    const email = address();
    await new Browser().ask(email);
    await app.jobsDone();
    const [{ id }] = (await app.sql<{ id: string }>(
      `insert into mail (kind, recipient, language, params, created_at, expires_at) values ('people.sign-in', $1, 'en', '{}', now(), now() - interval '10 years') returning id`,
      [email],
    )) as [{ id: string }];
    await app.sql(`insert into pgboss.job (name, data) values ('mail.send', $1)`, [JSON.stringify({ mailId: id })]);
    await app.jobsDone();
    expect(await app.sql('select state, recipient, params from mail where id = $1', [id])).toEqual([
      { state: 'DROPPED', recipient: null, params: null },
    ]);
  });
});

describe('passwords', () => {
  const password = 'seven brown geese 42';
  const withPassword = async () => buildPerson(app, { passwordHash: await app.get(Passwords).hash(password) });

  it('let one in; a wrong one and an unknown address are refused alike', async () => {
    const person = await withPassword();
    const { signInWithPassword } = await new Browser().ok(BY_PASSWORD, { input: { email: person.email.toUpperCase(), password } });
    expect(signInWithPassword).toMatchObject({ isNew: false, viewer: { id: person.id } });
    const refused = async (input: object) => JSON.stringify((await new Browser().graphql(BY_PASSWORD, { input })).errors);
    const wrongOne = await refused({ email: person.email, password: 'x' });
    expect(wrongOne).toContain('SIGN_IN_REFUSED');
    expect(await refused({ email: address(), password })).toBe(wrongOne);
    expect(await refused({ email: 'no address', password })).toBe(wrongOne);
    expect(await refused({ email: (await buildPerson(app)).email, password: '' })).toBe(wrongOne);
  });

  it('are argon2id with the figures that OWASP gives', async () => {
    expect((await withPassword()).passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('may be tried ten times, then one has to wait; a success starts anew', async () => {
    const person = await withPassword();
    const tryOne = (given: string) => new Browser().refusal(BY_PASSWORD, { input: { email: person.email, password: given } });
    for (let i = 0; i < 9; i++) expect(await tryOne('wrong')).toBe('SIGN_IN_REFUSED');
    expect(await tryOne(password)).toBe('accepted');
    for (let i = 0; i < 10; i++) expect(await tryOne('wrong')).toBe('SIGN_IN_REFUSED');
    expect(await tryOne(password)).toBe('TOO_MANY');
  });

  it('are set after a fresh sign-in, changed with the present one, and end all other sessions and open links', async () => {
    const email = address();
    const here = await signedIn(email);
    const there = await signedIn(email);
    const asker = new Browser();
    await asker.ask(email);
    const token = tokenOf(await mailTo(email));
    expect((await here.ok(SET_PASSWORD, { input: { password } })).setPassword.hasPassword).toBe(true);
    expect((await there.ok(WHO)).viewer).toBeNull();
    expect((await here.ok(WHO)).viewer.email).toBe(email);
    expect(await asker.refusal(BY_LINK, { input: { token } })).toBe('LINK_REFUSED');
    expect(await here.refusal(SET_PASSWORD, { input: { password: 'nine quiet rivers 7' } })).toBe('INVALID');
    expect(await here.refusal(SET_PASSWORD, { input: { current: password, password: 'nine quiet rivers 7' } })).toBe('accepted');
    expect(await new Browser().refusal(BY_PASSWORD, { input: { email, password } })).toBe('SIGN_IN_REFUSED');
  });

  it('cannot be set first in a browser that was left open', async () => {
    const browser = await signedIn(address());
    const before = app.clock.now();
    try {
      app.clock.set(new Date(before.getTime() + 61 * 60_000));
      expect(await browser.refusal(SET_PASSWORD, { input: { password } })).toBe('FRESH_SIGN_IN_NEEDED');
    } finally {
      app.clock.set(before);
    }
  });

  it.each([
    ['short', 'short'],
    ['one letter', 'aaaaaaaaaaaa'],
    ['the name', 'ada almeida'],
    ['this place', 'throughline1'],
    ['too long', 'word '.repeat(41)],
  ])('refuse one that is %s', async (_what, given) => {
    const person = await buildPerson(app);
    const { errors } = await app.graphql(SET_PASSWORD, { input: { password: given } }, { as: person.id });
    expect(errors?.[0]?.extensions).toMatchObject({ kind: 'INVALID', fields: [{ path: 'password' }] });
  });
});

describe('sessions', () => {
  const SESSIONS = '{ viewer { sessions { id isCurrent device createdAt lastSeenAt } } }';
  const REVOKE = 'mutation ($id: ID!) { revokeSession(sessionId: $id) }';

  it('are listed, revoked and signed out; nobody touches those of others', async () => {
    const email = address();
    const here = await signedIn(email);
    const there = await signedIn(email);
    const { sessions } = (await here.ok(SESSIONS)).viewer;
    expect(sessions).toHaveLength(2);
    const other = sessions.find((session: { isCurrent: boolean }) => !session.isCurrent);
    const stranger = await signedIn(address());
    expect(await stranger.refusal(REVOKE, { id: other.id })).toBe('NOT_FOUND');
    expect(await here.refusal(REVOKE, { id: 'nonsense' })).toBe('NOT_FOUND');
    await here.ok(REVOKE, { id: other.id });
    expect((await there.ok(WHO)).viewer).toBeNull();
    const cookies = new Map(here.cookies);
    await here.ok('mutation { signOut }');
    expect(here.cookies.has('__Host-throughline')).toBe(false);
    const thief = new Browser();
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    expect((await thief.ok(WHO)).viewer).toBeNull();
  });

  it('close their sockets before the revocation is answered, and no others', async () => {
    const email = address();
    const [here, there] = [await signedIn(email), await signedIn(email)];
    const open = (browser: Browser) =>
      new Promise<Socket>((resolve, reject) => {
        void app.listen().then((url) => {
          const cookie = `__Host-throughline=${browser.cookies.get('__Host-throughline')}`;
          const socket = io(url, { transports: ['websocket'], reconnection: false, extraHeaders: { cookie, origin: app.config.baseUrl } });
          socket.once('connect', () => resolve(socket));
          socket.once('connect_error', reject);
        });
      });
    const [mine, revoked] = [await open(here), await open(there)];
    try {
      const gone = new Promise((resolve) => revoked.once('disconnect', resolve));
      const other = (await here.ok(SESSIONS)).viewer.sessions.find((session: { isCurrent: boolean }) => !session.isCurrent);
      await here.ok(REVOKE, { id: other.id });
      expect(await gone).toBe('io server disconnect');
      expect(mine.connected).toBe(true);
    } finally {
      mine.close();
      revoked.close();
    }
  });

  it('begin anew with each sign-in, and end the one before in that browser', async () => {
    const browser = await signedIn(address());
    const old = browser.cookies.get('__Host-throughline');
    await signedIn(address(), browser);
    expect(browser.cookies.get('__Host-throughline')).not.toBe(old);
    const thief = new Browser();
    thief.cookies.set('__Host-throughline', old ?? '');
    expect((await thief.ok(WHO)).viewer).toBeNull();
  });

  it('end after 14 days without a visit, and after 90 in any case', async () => {
    const browser = await signedIn(address());
    const start = app.clock.now();
    const after = async (days: number) => {
      app.clock.set(new Date(start.getTime() + days * 86_400_000));
      const { viewer } = await browser.ok(WHO);
      await new Promise((resolve) => setTimeout(resolve, 50)); // the visit is noted beside the answer
      return viewer !== null;
    };
    try {
      for (const day of [13, 26, 39, 52, 65, 78, 89.9]) expect(await after(day)).toBe(true);
      expect(await after(90.1)).toBe(false);
    } finally {
      app.clock.set(start);
    }
    const idle = await signedIn(address());
    try {
      app.clock.set(new Date(start.getTime() + 14.1 * 86_400_000));
      expect((await idle.ok(WHO)).viewer).toBeNull();
    } finally {
      app.clock.set(start);
    }
  });

  it('can be had by nobody without signing in', async () => {
    expect(await new Browser().refusal(SET_PASSWORD, { input: { password: 'long enough 123' } })).toBe('UNAUTHENTICATED');
    expect(await new Browser().refusal(REVOKE, { id: '00000000-0000-4000-8000-000000000000' })).toBe('UNAUTHENTICATED');
    expect((await new Browser().ok(WHO)).viewer).toBeNull();
  });
});

describe('an administrator’s link', () => {
  it('makes an administrator, once, in any browser', async () => {
    const email = address();
    const token = (await app.get(SignIn).createAdministratorLink(email)).split('token=')[1];
    const browser = new Browser();
    await browser.ok(BY_LINK, { input: { token } });
    expect((await browser.ok('{ viewer { isAdministrator } }')).viewer.isAdministrator).toBe(true);
    expect(await new Browser().refusal(BY_LINK, { input: { token } })).toBe('LINK_REFUSED');
  });

  const linkToken = async () => (await app.get(SignIn).createAdministratorLink(address())).split('token=')[1] ?? '';
  const nobodyLooksAfterIt = () => app.sql('update person set is_administrator = false');

  it('is worth nothing once somebody looks after the server, after a newer one, and after a day', async () => {
    await nobodyLooksAfterIt();
    const [earlier, later] = [await linkToken(), await linkToken()];
    expect(await new Browser().refusal(BY_LINK, { input: { token: earlier } })).toBe('LINK_REFUSED');
    await buildPerson(app, { isAdministrator: true });
    expect(await new Browser().refusal(BY_LINK, { input: { token: later } })).toBe('LINK_REFUSED');
    await nobodyLooksAfterIt();
    const old = await linkToken();
    app.clock.set(new Date(Date.now() + 25 * 3_600_000));
    expect(await new Browser().refusal(BY_LINK, { input: { token: old } })).toBe('LINK_REFUSED');
    app.clock.set(null);
  });

  it('is kept as a hash, and its use is in the audit trail', async () => {
    await nobodyLooksAfterIt();
    const token = await linkToken();
    expect(JSON.stringify(await app.sql(`select * from sign_in_request`))).not.toContain(token);
    await new Browser().ok(BY_LINK, { input: { token } });
    const [entry] = await app.sql(`select act, actor_id from audit_entry where chain = 'platform' order by seq desc limit 1`);
    expect(entry).toEqual({ act: 'people.first-administrator', actor_id: null });
  });
});

describe('profiles', () => {
  const UPDATE =
    'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { person { name headline about languages timeZone organisation { name } } } }';
  const PROFILE =
    'query ($id: ID!) { person(id: $id) { id name headline about languages timeZone pictureUrl isDemo organisation { name } } }';

  it('are changed by their owner, field by field', async () => {
    const person = await buildPerson(app, { about: 'Before' });
    const organisation = await buildOrganisation(app);
    const input = {
      name: '  Olena\u00a0Шевченко ',
      headline: 'Case worker, Lviv',
      languages: ['uk', 'en', 'uk'],
      timeZone: 'Europe/Kyiv',
      organisationId: organisation.id,
      organisationTitle: 'Head of team',
    };
    const { updateProfile } = await app.ok(UPDATE, { input }, { as: person.id });
    expect(updateProfile.person).toMatchObject({
      name: 'Olena\u00a0Шевченко',
      headline: 'Case worker, Lviv',
      about: 'Before',
      languages: ['uk', 'en'],
      organisation: { name: organisation.name },
    });
    const cleared = await app.ok(UPDATE, { input: { headline: '', about: null, organisationId: null } }, { as: person.id });
    expect(cleared.updateProfile.person).toMatchObject({ name: 'Olena\u00a0Шевченко', headline: null, about: null, organisation: null });
  });

  it('make a new account complete with a name', async () => {
    const email = address();
    const browser = await signedIn(email);
    await browser.ok(UPDATE, { input: { name: 'Karim' } });
    const requestId = await browser.ask(email);
    const { signInWithCode } = await browser.ok(BY_CODE, { input: { requestId, code: codeOf(await mailTo(email)) } });
    expect(signInWithCode).toMatchObject({ isNew: false, viewer: { person: { name: 'Karim' } } });
  });

  it('never give a mandate by choosing an organisation, except to the one who entered it', async () => {
    const person = await buildPerson(app);
    const organisation = await buildOrganisation(app);
    await app.ok(UPDATE, { input: { organisationId: organisation.id } }, { as: person.id });
    const ADD = 'mutation ($input: AddOrganisationInput!) { addOrganisation(input: $input) { id } }';
    const { addOrganisation } = await app.ok(ADD, { input: { name: 'Casa Aberta', type: 'NGO' } }, { as: person.id });
    await app.ok(UPDATE, { input: { organisationId: addOrganisation.id } }, { as: person.id });
    const seats = await app.sql('select organisation_id, has_mandate, is_main from organisation_seat where person_id = $1', [person.id]);
    expect(seats).toHaveLength(2);
    expect(seats).toContainEqual({ organisation_id: organisation.id, has_mandate: false, is_main: false });
    expect(seats).toContainEqual({ organisation_id: addOrganisation.id, has_mandate: true, is_main: true });
  });

  it.each([
    ['name', 'empty', ''],
    ['name', 'blank', ' \u3000 '],
    ['name', 'too long', 'x'.repeat(101)],
    ['name', 'with NUL', 'Ana\0'],
    ['name', 'turned around', 'Ana\u202e'],
    ['name', 'of two lines', 'Ana\nEve'],
    ['headline', 'too long', 'x'.repeat(161)],
    ['headline', 'with NUL', 'a\0b'],
    ['about', 'too long', 'x'.repeat(2001)],
    ['about', 'with NUL', 'a\0b'],
    ['languages', 'no language', ['klingon!']],
    ['languages', 'too many', Array(21).fill('en')],
    ['timeZone', 'no zone', 'Mars/Olympus'],
    ['timeZone', 'an offset', '+02:00'],
    ['pictureFileId', 'no id', 'nonsense'],
    ['pictureFileId', 'unknown id', '00000000-0000-4000-8000-000000000000'],
    ['organisationId', 'no id', 'nonsense'],
    ['organisationId', 'unknown id', '00000000-0000-4000-8000-000000000000'],
    ['organisationTitle', 'too long', 'x'.repeat(121)],
  ])('refuse a bad %s (%s) by its name, and change nothing', async (field, _what, value) => {
    const person = await buildPerson(app);
    const { errors, status } = await app.graphql(
      UPDATE,
      { input: { [field]: value, ...(field === 'headline' ? {} : { headline: 'Changed' }) } },
      { as: person.id },
    );
    expect(status).toBeLessThan(500);
    expect(errors?.[0]?.extensions).toMatchObject({ kind: 'INVALID' });
    expect(errors?.[0]?.extensions.fields[0]?.path).toMatch(new RegExp(`^${field}\\b`));
    expect(await app.sql('select headline from person where id = $1', [person.id])).toEqual([{ headline: person.headline }]);
  });

  it('are seen by members, whole; strangers see none', async () => {
    const seat = await buildSeat(app);
    const reader = await buildPerson(app);
    const { person } = await app.ok(PROFILE, { id: seat.personId }, { as: reader.id });
    expect(person).toMatchObject({
      id: seat.personId,
      name: 'Ada Almeida',
      languages: ['en', 'pt'],
      timeZone: 'Europe/Lisbon',
      pictureUrl: null,
    });
    expect(person.organisation.name).toBeTruthy();
    expect((await app.ok(PROFILE, { id: seat.personId })).person).toBeNull();
    expect((await app.ok(PROFILE, { id: 'nonsense' }, { as: reader.id })).person).toBeNull();
    expect((await app.ok(PROFILE, { id: '00000000-0000-4000-8000-000000000000' }, { as: reader.id })).person).toBeNull();
  });

  it('have no address, no password and no settings for anyone but their owner', async () => {
    const person = await buildPerson(app);
    for (const field of ['email', 'passwordHash', 'language', 'isAdministrator', 'pictureFileId', 'namedAt'])
      expect(await app.refusal(`query ($id: ID!) { person(id: $id) { ${field} } }`, { id: person.id }, { as: person.id })).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
    expect((await app.ok(WHO, {}, { as: person.id })).viewer).toEqual({ id: person.id, email: person.email });
  });

  it('take settings in the languages that the pages have', async () => {
    const person = await buildPerson(app);
    const SETTINGS = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { language colorScheme } }';
    expect((await app.ok(SETTINGS, { input: { language: 'uk', colorScheme: 'DARK' } }, { as: person.id })).updateSettings).toEqual({
      language: 'uk',
      colorScheme: 'DARK',
    });
    const { errors } = await app.graphql(SETTINGS, { input: { language: 'pt' } }, { as: person.id });
    expect(errors?.[0]?.extensions.fields[0]?.path).toBe('language');
  });
});

describe('organisations', () => {
  const LIST =
    'query ($text: String, $first: PageSize, $after: String) { organisations(text: $text, first: $first, after: $after) { nodes { id name country type } pageInfo { hasNextPage endCursor } } }';
  const ADD = 'mutation ($input: AddOrganisationInput!) { addOrganisation(input: $input) { id name type country city isDemo } }';

  it('are found by a part of their name, whatever its accents and case', async () => {
    await buildOrganisation(app, { name: 'Município de São João' });
    const named = async (text: string) => (await app.ok(LIST, { text })).organisations.nodes.map((node: { name: string }) => node.name);
    expect(await named('sao joao')).toEqual(['Município de São João']);
    expect(await named('MUNICÍPIO DE S')).toEqual(['Município de São João']);
    expect(await named('são%')).toEqual([]);
    expect(await named("'; drop table organisation; --\\")).toEqual([]);
    expect(await named('a\0')).toEqual(await named('a'));
  });

  it('are read page by page, each once', async () => {
    for (const letter of 'edcba') await buildOrganisation(app, { name: `Página ${letter}` });
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page++) {
      const { organisations }: GraphqlAnswer['data'] = await app.ok(LIST, { text: 'pagina', first: 2, after });
      seen.push(...organisations.nodes.map((node: { name: string }) => node.name));
      after = organisations.pageInfo.endCursor;
      if (!organisations.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(['Página a', 'Página b', 'Página c', 'Página d', 'Página e']);
    expect(await app.refusal(LIST, { after: 'nonsense' })).toBe('INVALID');
    expect(await app.refusal(LIST, { first: 101 })).toBe('INVALID');
  });

  it('cost one statement a page, and one more for the organisations of any number of people', async () => {
    const page = await app.statements(() => app.ok(LIST, { first: 50 }));
    expect(page).toHaveLength(1);
    const [first, second, without] = [await buildSeat(app), await buildSeat(app), await buildPerson(app)];
    let found: (Organisation | null)[] = [];
    const people = await app.statements(async () => {
      found = await app.get(People).mainOrganisations([second.personId, without.id, first.personId, second.personId]);
    });
    expect(people).toHaveLength(1);
    expect(found.map((organisation) => organisation?.id ?? null)).toEqual([
      second.organisationId,
      null,
      first.organisationId,
      second.organisationId,
    ]);
  });

  it('are entered once', async () => {
    const person = await buildPerson(app);
    const input = { name: 'Ponte Nova', type: 'MIGRANT_LED', country: 'PT', city: 'Évora', mutationKey: 'ponte-nova-1' };
    const both = await Promise.all([app.ok(ADD, { input }, { as: person.id }), app.ok(ADD, { input }, { as: person.id })]);
    expect(both[0].addOrganisation).toEqual(both[1].addOrganisation);
    expect(both[0].addOrganisation).toMatchObject({ name: 'Ponte Nova', type: 'MIGRANT_LED', country: 'PT', city: 'Évora', isDemo: false });
    expect(
      await app.refusal(ADD, { input: { ...input, name: 'PONTE nova', city: 'evora', mutationKey: 'ponte-nova-2' } }, { as: person.id }),
    ).toBe('ORGANISATION_EXISTS');
    await app.ok(ADD, { input: { ...input, country: 'ES', mutationKey: 'ponte-nova-3' } }, { as: person.id });
  });

  it.each([
    ['name', 'too short', 'x'],
    ['name', 'too long', 'x'.repeat(201)],
    ['name', 'with NUL', 'a\0b'],
    ['type', 'unknown', 'CLUB'],
    ['country', 'a name', 'Portugal'],
    ['country', 'lower case', 'pt'],
    ['city', 'too long', 'x'.repeat(101)],
  ])('with a bad %s (%s) are refused by its name', async (field, _what, value) => {
    const person = await buildPerson(app);
    const { errors } = await app.graphql(ADD, { input: { name: 'Ponte', type: 'NGO', [field]: value } }, { as: person.id });
    expect(errors?.[0]?.extensions.fields[0]?.path).toBe(field);
  });

  it('are entered by members only', async () => {
    expect(await app.refusal(ADD, { input: { name: 'Ponte', type: 'NGO' } })).toBe('UNAUTHENTICATED');
  });
});

describe('tokens for programs', () => {
  const CREATE =
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret apiToken { id name expiresAt lastUsedAt } } }';
  const REVOKE = 'mutation ($id: ID!) { revokeApiToken(apiTokenId: $id) }';

  it('act as their owner until they are revoked or expire, and say when they were used', async () => {
    const person = await buildPerson(app);
    const create = async (name: string) => (await app.ok(CREATE, { input: { name, expiresInDays: 30 } }, { as: person.id })).createApiToken;
    const { secret, apiToken } = await create('Export');
    expect(secret).toMatch(/^tl_[\w-]{43}$/);
    expect(apiToken.lastUsedAt).toBeNull();
    const asProgram = (query: string, variables = {}) => app.graphql(query, variables, { headers: { authorization: `Bearer ${secret}` } });
    expect((await asProgram(WHO)).data['viewer'].id).toBe(person.id);
    const [row] = await app.sql<{ all: string }>('select row_to_json(t)::text as all from api_token t where id = $1', [apiToken.id]);
    expect(row?.all).not.toContain(secret);
    // A program can neither make itself another token nor take the account over.
    expect((await asProgram(CREATE, { input: { name: 'More', expiresInDays: 1 } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await asProgram(SET_PASSWORD, { input: { password: 'seven brown geese' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await buildPerson(app);
    expect(await app.refusal(REVOKE, { id: apiToken.id }, { as: stranger.id })).toBe('NOT_FOUND');
    const listed = await app.ok('{ viewer { apiTokens { name lastUsedAt } } }', {}, { as: person.id });
    expect(listed.viewer.apiTokens).toEqual([{ name: 'Export', lastUsedAt: expect.any(String) }]);
    await app.ok(REVOKE, { id: apiToken.id }, { as: person.id });
    expect((await asProgram(WHO)).data['viewer']).toBeNull();
  });

  it.each([
    ['expiresInDays', 'none', 0],
    ['expiresInDays', 'too many', 366],
    ['name', 'empty', ''],
  ])('with a bad %s (%s) are refused by its name', async (field, _what, value) => {
    const person = await buildPerson(app);
    const { errors } = await app.graphql(CREATE, { input: { name: 'x', expiresInDays: 1, [field]: value } }, { as: person.id });
    expect(errors?.[0]?.extensions.fields[0]?.path).toBe(field);
  });
});

describe('the mailbox page', () => {
  it('shows mails as text, in a page without script', async () => {
    const email = address();
    await new Browser().ask(email);
    const mail = await mailTo(email);
    const page = await app.nest.inject({ url: '/dev/mail' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain(email);
    expect(page.body).not.toMatch(/<script|<style| style=| on\w+=/);
    const html = await app.nest.inject({ url: `/dev/mail/${mail.id}/html` });
    expect(html.headers['content-security-policy']).toContain('sandbox');
    expect(html.body).toContain(tokenOf(mail));
    const json = await app.nest.inject({ url: `/dev/mail.json?to=${encodeURIComponent(email)}` });
    expect(json.json()).toEqual([expect.objectContaining({ to: email, subject: mail.subject })]);
    for (const url of ['/dev/mail/nonsense/html', '/dev/mail/00000000-0000-4000-8000-000000000000/html'])
      expect((await app.nest.inject({ url })).statusCode).toBe(404);
  });
});
