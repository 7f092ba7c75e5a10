import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '#platform/audit';
import { type Actor, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, type Tx } from '#platform/database';
import { type Limit, Limits } from '#platform/limits';
import { mailAddress, Mailer, normalMailAddress } from '#platform/mail';
import type { Caller } from './caller.js';
import { newMemberName, SIGN_IN_MAIL } from './sign-in.mail.js';
import { Passwords } from './passwords.service.js';
import { AccountLeaving, AccountSuspended, CodeRefused, LinkRefused, OtherBrowser, SignInRefused } from './people.errors.js';
import { Person } from './person.entity.js';
import { LOCK_ADMINISTRATORS } from './standings.service.js';
import { Sessions } from './sessions.service.js';
import type { RequestSignInInput, SignInWithPasswordInput } from './sign-in.inputs.js';
import { SignInPurpose, SignInRequest } from './sign-in-request.entity.js';
import { SignInSession } from './sign-in-session.entity.js';

const MINUTE_MS = 60_000;
const GOOD_FOR_MS = 15 * MINUTE_MS;
const ADMINISTRATOR_LINK_MS = 24 * 60 * MINUTE_MS;
const TRIES = 5;

// A training room of sixty behind one address must get in; a guesser must not get far.
const MAILS_TO_ACCOUNT: Limit = { purpose: 'sign-in-mail', tries: 6, seconds: 15 * 60 };
const MAILS_TO_ACCOUNT_A_DAY: Limit = { purpose: 'sign-in-mail-day', tries: 30, seconds: 86_400 };
const MAILS_FROM_BLOCK: Limit = { purpose: 'sign-in-mail-block', tries: 100, seconds: 15 * 60 };
const TRIES_FROM_BLOCK: Limit = { purpose: 'sign-in-try-block', tries: 200, seconds: 15 * 60 };
// With the block in it, an enemy elsewhere cannot lock anyone out; the wider one stops a guesser with many addresses.
const PASSWORDS_OF_ACCOUNT_HERE: Limit = { purpose: 'password-here', tries: 10, seconds: 15 * 60 };
const PASSWORDS_OF_ACCOUNT: Limit = { purpose: 'password', tries: 100, seconds: 60 * 60 };

/** Someone who has just signed in, with the token of their new session. */
export interface Entrance {
  person: Person;
  token: string;
  isNew: boolean;
  returnTo: string | null;
}

/** The ways in: a link or a code by mail, or a password. None tells whether an address is known. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: Limits,
    private readonly mailer: Mailer,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** Mails a link and a code, the same way to everybody; who is new gets an account only when they come back with one of them. */
  async request(caller: Caller, browserHash: Buffer, input: RequestSignInInput): Promise<SignInRequest> {
    const email = mailAddress(input.email);
    await this.limits.count(MAILS_FROM_BLOCK, caller.block);
    await this.limits.count(MAILS_TO_ACCOUNT, email);
    await this.limits.count(MAILS_TO_ACCOUNT_A_DAY, email);
    const token = newToken();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return this.database.transaction(async (tx) => {
      const request = await this.keep(tx, email, token, GOOD_FOR_MS, {
        purpose: SignInPurpose.SIGN_IN,
        browserHash,
        returnTo: input.returnTo ?? null,
        language: caller.language,
      });
      request.codeHash = this.codeHash(request.id, code);
      await tx.save(request);
      await this.mailer.send(tx, {
        kind: SIGN_IN_MAIL,
        to: email,
        language: caller.language,
        params: { token, code },
        expiresAt: request.expiresAt,
      });
      return request;
    });
  }

  /** @throws CodeRefused for every reason alike; each wrong code costs one of five tries */
  async withCode(caller: Caller, actor: Actor, requestId: string, code: string): Promise<Entrance> {
    await this.limits.count(TRIES_FROM_BLOCK, caller.block);
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(requestId)) throw new CodeRefused();
    const digits = code.normalize('NFKC').replace(/[\s-]/g, '');
    const entrance = await this.database.transaction(async (tx) => {
      // Two tries at once must cost two: the row lock makes the second one wait.
      const request = await tx.findOne(SignInRequest, { where: { id: requestId }, lock: { mode: 'pessimistic_write' } });
      if (!request?.codeHash || !request.isOpen(this.clock.now()) || request.triesLeft < 1 || !request.isOf(caller.browserHash))
        return null;
      if (!timingSafeEqual(request.codeHash, this.codeHash(request.id, digits))) {
        await tx.update(SignInRequest, request.id, { triesLeft: request.triesLeft - 1 });
        return null;
      }
      return this.enter(tx, request, caller, actor);
    });
    if (!entrance) throw new CodeRefused();
    return entrance;
  }

  /** @throws LinkRefused, or OtherBrowser without using the link up */
  async withLink(caller: Caller, actor: Actor, token: string): Promise<Entrance> {
    await this.limits.count(TRIES_FROM_BLOCK, caller.block);
    return this.database.transaction(async (tx) => {
      const request = await tx.findOne(SignInRequest, { where: { tokenHash: hashToken(token) }, lock: { mode: 'pessimistic_write' } });
      if (!request?.isOpen(this.clock.now())) throw new LinkRefused();
      if (!request.isOf(caller.browserHash)) throw new OtherBrowser();
      return this.enter(tx, request, caller, actor);
    });
  }

  /** @throws SignInRefused for an unknown address and a wrong password alike, after the same work */
  async withPassword(caller: Caller, actor: Actor, input: SignInWithPasswordInput): Promise<Entrance> {
    const email = normalMailAddress(input.email) ?? 'nobody';
    const here = `${email} ${caller.block}`;
    await this.limits.count(TRIES_FROM_BLOCK, caller.block);
    await this.limits.count(PASSWORDS_OF_ACCOUNT_HERE, here);
    await this.limits.count(PASSWORDS_OF_ACCOUNT, email);
    const person = await this.database.dataSource.manager.findOneBy(Person, { email });
    const fits = await this.passwords.fits(input.password, person?.passwordHash ?? null);
    if (!person || !fits) throw new SignInRefused();
    await this.limits.forget(PASSWORDS_OF_ACCOUNT_HERE, here);
    assertInUse(person);
    const token = await this.database.transaction((tx) => this.openSession(tx, person, caller, actor));
    return { person, token, isNew: person.namedAt === null, returnTo: null };
  }

  /** A link that makes its user an administrator, good once and for a day: for the server's own console, nowhere else. */
  async createAdministratorLink(email: string): Promise<string> {
    const token = newToken();
    await this.database.transaction(async (tx) => {
      // One good link at a time: that of an earlier start is in some log by now.
      await tx.delete(SignInRequest, { purpose: SignInPurpose.ADMINISTRATOR });
      await this.keep(tx, mailAddress(email), token, ADMINISTRATOR_LINK_MS, {
        purpose: SignInPurpose.ADMINISTRATOR,
        browserHash: null,
        returnTo: null,
        language: 'en',
      });
    });
    return signInLink(this.config.baseUrl, token);
  }

  /** Links and codes that are still open are worth nothing any more. */
  async closeRequests(tx: Tx, email: string): Promise<void> {
    await tx.update(SignInRequest, { email, usedAt: IsNull() }, { usedAt: this.clock.now() });
  }

  private keep(
    tx: Tx,
    email: string,
    token: string,
    goodForMs: number,
    more: Pick<SignInRequest, 'purpose' | 'browserHash' | 'returnTo' | 'language'>,
  ): Promise<SignInRequest> {
    const now = this.clock.now();
    return tx.save(
      tx.create(SignInRequest, {
        ...more,
        email,
        tokenHash: hashToken(token),
        triesLeft: TRIES,
        createdAt: now,
        expiresAt: new Date(now.getTime() + goodForMs),
      }),
    );
  }

  private async enter(tx: Tx, request: SignInRequest, caller: Caller, actor: Actor): Promise<Entrance> {
    await this.closeRequests(tx, request.email);
    const person = await this.accountOf(tx, request.email, request.language);
    assertInUse(person);
    if (request.purpose === SignInPurpose.ADMINISTRATOR) await this.makeFirstAdministrator(tx, person);
    const token = await this.openSession(tx, person, caller, actor);
    return { person, token, isNew: person.namedAt === null, returnTo: request.returnTo };
  }

  /** The console's link is for a server without an administrator: where there is one by now, a link that lay about is worth nothing. */
  private async makeFirstAdministrator(tx: Tx, person: Person): Promise<void> {
    await this.database.run(tx, LOCK_ADMINISTRATORS, []);
    if (await tx.existsBy(Person, { isAdministrator: true })) throw new LinkRefused();
    person.isAdministrator = true;
    await tx.update(Person, person.id, { isAdministrator: true });
    await this.audit.note(tx, null, 'people.first-administrator', { subject: { kind: 'person', id: person.id }, details: {} });
  }

  /** Who proves an address that nobody has, gets an account. */
  private async accountOf(tx: Tx, email: string, language: string): Promise<Person> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(Person)
      .values({ email, name: newMemberName(language), language, createdAt: this.clock.now() })
      .orIgnore()
      .execute();
    return tx.findOneByOrFail(Person, { email });
  }

  /** A new session each time, and the one before it in this browser ends: nothing from before signing in is good afterwards. */
  private async openSession(tx: Tx, person: Person, caller: Caller, actor: Actor): Promise<string> {
    if (actor.sessionId) await tx.delete(SignInSession, { id: actor.sessionId });
    return this.sessions.open(tx, person.id, caller.device);
  }

  private codeHash(requestId: string, code: string): Buffer {
    return createHmac('sha256', this.config.secret).update(`sign-in-code ${requestId} ${code}`).digest();
  }
}

/** Asked after the proof of who it is, so that nobody else learns how an account stands. */
function assertInUse(person: Person): void {
  if (person.suspendedAt) throw new AccountSuspended();
  if (person.leavingAt) throw new AccountLeaving();
}

/** The page that shows a button; opening it does nothing yet. */
export const signInLink = (baseUrl: string, token: string): string => `${baseUrl}/sign-in/link?token=${token}`;
