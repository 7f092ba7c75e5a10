import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { hashToken, newToken } from '#platform/auth';
import type { RunningServer } from './server.js';
import { Watch } from './watch.js';
import { type JourneyLanguage, type Words, wordsOf } from './words.js';

/** Where and how someone sits before a screen. */
export interface Place {
  language?: JourneyLanguage;
  timeZone?: string;
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
}

const SIX_DIGITS = /\b\d{3}[ \u00a0]?\d{3}\b/;

type Role = Parameters<Page['getByRole']>[0];

/** Someone with a browser of her own. Finds everything by role and name, as a screen reader would. */
export class Person {
  readonly words: Words;
  /** Used by the mails; signing up makes it hers. */
  readonly email: string;

  private constructor(
    readonly name: string,
    readonly server: RunningServer,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly watch: Watch,
    language: JourneyLanguage,
  ) {
    this.words = wordsOf(language);
    this.email = `${randomUUID().slice(0, 8)}@journey.example`;
  }

  static async enter(browser: Browser, server: RunningServer, name: string, place: Place = {}): Promise<Person> {
    const { language = 'en', timeZone = 'Europe/Lisbon', width = 1280, height = 900, scheme = 'light' } = place;
    const context = await browser.newContext({
      baseURL: server.address,
      locale: language === 'en' ? 'en-GB' : language,
      timezoneId: timeZone,
      viewport: { width, height },
      colorScheme: scheme,
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(15_000);
    const watch = new Watch(context, server.address, name);
    return new Person(name, server, context, await context.newPage(), watch, language);
  }

  /** Opens an address of ours and waits for its screen. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(path);
    await this.seesScreen();
  }

  /** The screen with its heading is there. */
  async seesScreen(heading?: string | RegExp): Promise<void> {
    await expect(this.find('heading', heading, { level: 1 }).first()).toBeVisible();
  }

  find(role: Role, name?: string | RegExp, more: { level?: number; exact?: boolean } = {}): Locator {
    return this.page.getByRole(role, { exact: typeof name === 'string', ...more, ...(name !== undefined && { name }) });
  }

  async press(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }

  async follow(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: typeof label === 'string' }).fill(text);
  }

  /** Picks an option of a list that opens under its field. */
  async choose(label: string | RegExp, option: string | RegExp): Promise<void> {
    const field = this.find('combobox', label).or(this.find('textbox', label)).first();
    await field.click();
    await this.page
      .getByRole('option', { name: option, exact: typeof option === 'string' })
      .first()
      .click();
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).filter({ visible: true }).first()).toBeVisible();
  }

  /** The line between this browser and the server is cut, as in a tunnel. */
  async cutOff(): Promise<void> {
    this.watch.isCutOff = true;
    await this.context.setOffline(true);
  }

  async comeBack(): Promise<void> {
    await this.context.setOffline(false);
  }

  /** Waits for a mail; the newest that fits. */
  async mail(fits: string | RegExp): Promise<Awaited<ReturnType<RunningServer['mails']>>[number]> {
    let found: Awaited<ReturnType<RunningServer['mails']>>[number] | undefined;
    await expect
      .poll(
        async () =>
          (found = (await this.server.mails(this.email)).find(({ subject, text }) => new RegExp(fits).test(`${subject}\n${text}`))),
        {
          message: `a mail to ${this.name} with ${fits}`,
          timeout: 20_000,
        },
      )
      .toBeTruthy();
    return found!;
  }

  /** The whole way of a newcomer: address, six digits from the mail, name. Ends in the directory. */
  async signUpByMail(): Promise<void> {
    const { words } = this;
    await this.goTo('/sign-in');
    await this.fill(words('people:signIn.email'), this.email);
    await this.press(words('people:signIn.sendCode'));
    await this.seesScreen(words('people:signIn.codeTitle'));
    const { text } = await this.mail(SIX_DIGITS);
    const code = (SIX_DIGITS.exec(text)?.[0] ?? '').replace(/\D/g, '');
    // Pasting or typing fills the fields one by one and sends by itself.
    await this.page.getByLabel(words('people:signIn.digit', { number: 1, of: 6 })).click();
    await this.page.keyboard.type(code, { delay: 20 });
    await this.seesScreen(words('people:welcome.title'));
    await this.fill(words('people:profile.name'), this.name);
    await this.press(words('people:welcome.begin'));
    await this.seesScreen(words('communities:titles.directory'));
  }

  /** Signed in already, with an account that was made for the story. */
  async isSignedInAs(personId: string): Promise<void> {
    const value = newToken();
    await this.server.sql(
      `insert into sign_in_session (id, person_id, token_hash, device, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, 'Journey', now(), now(), now() + interval '1 day')`,
      [randomUUID(), personId, hashToken(value)],
    );
    // A browser takes localhost for secure; the protocol of the tools does not.
    const url = this.server.address.replace('http:', 'https:');
    await this.context.addCookies([{ name: '__Host-throughline', value, url, httpOnly: true, secure: true, sameSite: 'Lax' }]);
    await this.server.sql('update person set email = $2 where id = $1 and not is_demo', [personId, this.email]);
  }
}
