import { Injectable, type OnModuleInit } from '@nestjs/common';
import { THEMES, Vocabulary } from '#domain/vocabulary';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, type Tx } from '#platform/database';
import { Forbidden, Invalid } from '#platform/errors';
import { type Limit, Limits } from '#platform/limits';
import { Mailer } from '#platform/mail';
import { Files } from '#platform/storage';
import { Organisation } from './organisation.entity.js';
import { OrganisationSeat } from './organisation-seat.entity.js';
import type { UpdateProfileInput, UpdateSettingsInput } from './people.inputs.js';
import { Passwords } from './passwords.service.js';
import { Person } from './person.entity.js';
import { Sessions } from './sessions.service.js';
import type { SetPasswordInput } from './sign-in.inputs.js';
import { SIGN_IN_MAIL, signInMail } from './sign-in.mail.js';
import { SignIn, signInLink } from './sign-in.service.js';
import { SignInSession } from './sign-in-session.entity.js';

const TRIES_AT_PRESENT_PASSWORD: Limit = { purpose: 'password-change', tries: 10, seconds: 15 * 60 };
/** A first password needs a fresh sign-in: a browser left open must not give the account away for good. */
const FRESH_MS = 60 * 60_000;

/** What people do with their own accounts. */
@Injectable()
export class Accounts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: Limits,
    private readonly mailer: Mailer,
    private readonly files: Files,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly vocabulary: Vocabulary,
  ) {}

  onModuleInit(): void {
    // Portraits stand beside public texts. The id in the audience keeps others from taking, and then removing, someone's portrait.
    this.files.audience('portrait', () => true);
    this.mailer.define<{ token: string; code: string }>(SIGN_IN_MAIL, async ({ token, code }, { to, language }) => {
      const known = await this.database.dataSource.manager.findOneBy(Person, { email: to });
      return signInMail(known?.language ?? language, signInLink(this.config.baseUrl, token), code);
    });
  }

  /** The actor's own account. */
  get(actor: Actor): Promise<Person> {
    return this.byId(actor.personId);
  }

  async updateProfile(actor: Actor, input: UpdateProfileInput): Promise<Person> {
    return this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const person = await tx.findOneByOrFail(Person, { id: actor.personId });
        if (input.name) person.rename(input.name, this.clock.now());
        if (input.headline !== undefined) person.writeHeadline(input.headline || null);
        if (input.about !== undefined) person.about = input.about || null;
        if (input.languages) person.languages = [...new Set(input.languages)];
        if (input.isListed !== undefined && input.isListed !== null) person.isListed = input.isListed;
        if (input.canHelp !== undefined) person.canHelp = input.canHelp || null;
        if (input.themes) person.themeIds = await this.vocabulary.chosen(tx, THEMES, input.themes, 'themes', person.themeIds);
        if (input.timeZone) person.timeZone = input.timeZone;
        await this.changePicture(tx, actor, person, input);
        await this.changeSeat(tx, person, input);
        return tx.save(person);
      },
      (id) => this.byId(id),
    );
  }

  async updateSettings(actor: Actor, input: UpdateSettingsInput): Promise<Person> {
    return this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const person = await tx.findOneByOrFail(Person, { id: actor.personId });
        if (input.language) person.language = input.language;
        if (input.colorScheme) person.colorScheme = input.colorScheme;
        return tx.save(person);
      },
      (id) => this.byId(id),
    );
  }

  /** Sets or changes the password. Every other session and every open link or code ends with it. */
  async setPassword(actor: Actor, input: SetPasswordInput): Promise<Person> {
    if (!actor.sessionId) throw new Forbidden();
    const before = await this.get(actor);
    this.passwords.check(input.password, before);
    if (before.passwordHash) await this.checkPresent(before, input.current);
    else await this.checkFresh(actor.sessionId);
    const passwordHash = await this.passwords.hash(input.password);
    return this.database.transaction(async (tx) => {
      // Only from the password that was checked: of two changes at once, the second one must know the first one's.
      const changed = await tx
        .createQueryBuilder()
        .update(Person)
        .set({ passwordHash })
        .where('id = :id and password_hash is not distinct from :before', { id: before.id, before: before.passwordHash })
        .execute();
      if (!changed.affected) throw wrongPresent();
      await this.sessions.revokeOthers(tx, actor);
      await this.signIn.closeRequests(tx, before.email);
      return tx.findOneByOrFail(Person, { id: before.id });
    });
  }

  private async checkPresent(person: Person, current: string | undefined): Promise<void> {
    await this.limits.count(TRIES_AT_PRESENT_PASSWORD, person.id);
    if (!(await this.passwords.fits(current ?? '', person.passwordHash))) throw wrongPresent();
  }

  private async checkFresh(sessionId: string): Promise<void> {
    const session = await this.database.dataSource.manager.findOneBy(SignInSession, { id: sessionId });
    if (!session || this.clock.now().getTime() - session.createdAt.getTime() > FRESH_MS)
      throw new Forbidden('Sign out and in again by mail, then choose a password within the hour.', 'FRESH_SIGN_IN_NEEDED');
  }

  private async changePicture(tx: Tx, actor: Actor, person: Person, { pictureFileId, removePicture }: UpdateProfileInput): Promise<void> {
    const before = person.pictureFileId;
    if (pictureFileId && pictureFileId !== before) {
      await this.files.attach(tx, actor, [pictureFileId], { purpose: 'avatar', audience: `portrait:${person.id}` });
      person.pictureFileId = pictureFileId;
    } else if (removePicture) {
      person.pictureFileId = null;
    }
    if (before && before !== person.pictureFileId) await this.files.remove(tx, [before]);
  }

  /** Choosing an organisation gives a seat in it, not the mandate to speak for it, except to the one who entered it in the register. */
  private async changeSeat(tx: Tx, person: Person, { organisationId, organisationTitle }: UpdateProfileInput): Promise<void> {
    const title = organisationTitle === undefined ? undefined : organisationTitle || null;
    if (organisationId === undefined) {
      if (title !== undefined) await tx.update(OrganisationSeat, { personId: person.id, isMain: true }, { title });
      return;
    }
    await tx.update(OrganisationSeat, { personId: person.id, isMain: true }, { isMain: false });
    if (organisationId === null) return;
    const organisation = await tx.findOneBy(Organisation, { id: organisationId });
    if (!organisation) throw Invalid.field('organisationId', 'UNKNOWN_ORGANISATION', 'Choose an organisation from the list.');
    const seat =
      (await tx.findOneBy(OrganisationSeat, { personId: person.id, organisationId })) ??
      tx.create(OrganisationSeat, {
        personId: person.id,
        organisationId,
        title: null,
        hasMandate: organisation.addedById === person.id,
        isConfirmed: organisation.addedById === person.id,
        createdAt: this.clock.now(),
      });
    if (title !== undefined) seat.title = title;
    seat.isMain = true;
    await tx.save(seat);
  }

  private byId(id: string): Promise<Person> {
    return this.database.dataSource.manager.findOneByOrFail(Person, { id });
  }
}

const wrongPresent = () => Invalid.field('current', 'WRONG_PASSWORD', 'This is not your present password.');
