import { Injectable } from '@nestjs/common';
import { type Community, ConfidentialityLevel, mayRead, MembershipRole, reaches } from '#domain/communities';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Forbidden, Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import {
  IntroductionIsAnswered,
  IntroductionsEnough,
  IntroductionWaits,
  IntroductionWasDeclined,
  NobodyToIntroduce,
} from '../exchange.errors.js';
import { IntroductionState } from '../exchange.enums.js';
import { Offer } from '../offers/offer.entity.js';
import { offerPolicy } from '../offers/offer.policy.js';
import { Introduction } from './introduction.entity.js';
import { introductionPolicy } from './introduction.policy.js';
import { introductionMoves } from './introduction.states.js';
import { IntroductionRoom } from './introduction-room.js';
import type {
  AnswerIntroductionInput,
  AskIntroductionInput,
  DelegateIntroductionInput,
  WithdrawIntroductionInput,
} from './introductions.inputs.js';
import { COLLEAGUES, CONTACTS, LATELY, LOCK_ASKER, MAY_BE_ASKED, MINE, ONE, SPEAKERS } from './introductions.queries.js';

/** Not more than somebody who means it needs. */
const A_WEEK = 5;

interface Asked {
  personId: string | null;
  organisationId: string | null;
  offerId: string | null;
  /** Who hears of it. */
  told: string[];
}

/** Asking for introductions and answering them. */
@Injectable()
export class Introductions {
  constructor(
    private readonly database: Database,
    private readonly room: IntroductionRoom,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for everyone but the two sides */
  async get(actor: Actor, id: string): Promise<Introduction> {
    const [introduction] = await this.database.read<Introduction>(ONE, [uuid(id)]);
    authorize(actor, introductionPolicy, 'read', introduction);
    return introduction;
  }

  /** What I asked and what I am asked, newest first. */
  async list(actor: Actor, { first = 20, after }: PageArgs): Promise<Page<Introduction>> {
    const cursor = decodeCursor(after, ['date', 'uuid']);
    const { personId, organisationIds } = actor.signedIn;
    const values = [personId, [...organisationIds], cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1];
    const rows = await this.database.read<Introduction>(MINE, values);
    return pageOf(rows, first, ({ askedAt, id }) => encodeCursor(askedAt.toISOString(), id), cursor !== null);
  }

  /** @throws IntroductionsEnough, IntroductionWaits, IntroductionWasDeclined */
  async ask(actor: Actor, input: AskIntroductionInput): Promise<Introduction> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        await this.database.run(tx, LOCK_ASKER, [actor.personId]);
        const asked = await this.whoIsAsked(tx, actor, input);
        const now = this.clock.now();
        const [lately] = await this.database.run<{ week: number; waits: boolean; declined: boolean }>(tx, LATELY, [
          actor.personId,
          now,
          asked.personId,
          asked.organisationId,
        ]);
        if (lately?.waits) throw new IntroductionWaits();
        if (lately?.declined) throw new IntroductionWasDeclined();
        if ((lately?.week ?? 0) >= A_WEEK) throw new IntroductionsEnough();
        const { personId, organisationId, offerId, told } = asked;
        const introduction = tx.create(Introduction, {
          askerId: actor.personId,
          personId,
          organisationId,
          offerId,
          reason: input.reason,
          askedAt: now,
        });
        await tx.insert(Introduction, introduction);
        await this.events.publish(tx, 'exchange.introduction-asked', {
          introductionId: introduction.id,
          askerId: actor.personId,
          personIds: told,
          byId: actor.personId,
        });
        return { id: introduction.id };
      },
      (introductionId) => this.database.dataSource.manager.findOneByOrFail(Introduction, { id: introductionId }),
    );
    return this.get(actor, id);
  }

  /** With a yes both get a room. @throws IntroductionIsAnswered */
  async answer(actor: Actor, input: AnswerIntroductionInput): Promise<Introduction> {
    return this.move(actor, input, input.accept ? 'accept' : 'decline', async (tx, introduction) => {
      const communityId = input.accept ? await this.room.open(tx, actor, introduction) : null;
      await tx.update(
        Introduction,
        { id: introduction.id },
        {
          state: introductionMoves[input.accept ? 'accept' : 'decline'].to,
          answer: input.answer || null,
          answeredById: actor.personId,
          answeredAt: this.clock.now(),
          communityId,
        },
      );
      await this.events.publish(tx, 'exchange.introduction-answered', {
        introductionId: introduction.id,
        askerId: introduction.askerId,
        answeredById: actor.personId,
        isAccepted: input.accept,
      });
    });
  }

  /** To somebody of the same organisation. */
  async delegate(actor: Actor, input: DelegateIntroductionInput): Promise<Introduction> {
    return this.move(actor, input, 'delegate', async (tx, introduction) => {
      const values = [introduction.organisationId, actor.personId, introduction.askerId];
      const colleagues = await this.database.run<{ id: string }>(tx, COLLEAGUES, values);
      const colleague = colleagues.find(({ id }) => id === uuid(input.personId));
      if (!colleague) throw Invalid.field('personId', 'NOT_A_COLLEAGUE', 'Choose somebody of the same organisation.');
      await tx.update(Introduction, { id: introduction.id }, { personId: colleague.id, delegatedById: actor.personId });
      await this.events.publish(tx, 'exchange.introduction-asked', {
        introductionId: introduction.id,
        askerId: introduction.askerId,
        personIds: [colleague.id],
        byId: actor.personId,
      });
    });
  }

  withdraw(actor: Actor, input: WithdrawIntroductionInput): Promise<Introduction> {
    return this.move(actor, input, 'withdraw', async (tx, { id }) => {
      await tx.update(Introduction, { id }, { state: IntroductionState.WITHDRAWN, answeredAt: this.clock.now() });
    });
  }

  /** To whom one may hand it; nobody for those who may not. */
  async colleagueIds(actor: Actor, introduction: Introduction): Promise<string[]> {
    if (!introductionPolicy.delegate(actor, introduction)) return [];
    const values = [introduction.organisationId, actor.personId, introduction.askerId];
    return (await this.database.read<{ id: string }>(COLLEAGUES, values)).map(({ id }) => id);
  }

  /** Numbers for members, names for coordinators; null for others. */
  async contactsOf(actor: Actor, community: Community): Promise<{ people: number; withContact: number; withoutIds: string[] } | null> {
    if (!mayRead(actor, community, ConfidentialityLevel.COMMUNITY, null)) return null;
    const rows = await this.database.read<{ personId: string; hasContact: boolean }>(CONTACTS, [community.id]);
    const without = rows.filter(({ hasContact }) => !hasContact).map(({ personId }) => personId);
    const isCoordinator = reaches(actor.roleIn(community.id), MembershipRole.COORDINATOR);
    return { people: rows.length, withContact: rows.length - without.length, withoutIds: isCoordinator ? without : [] };
  }

  private async move(
    actor: Actor,
    input: { mutationKey?: string; introductionId: string },
    move: keyof typeof introductionMoves,
    work: (tx: Tx, introduction: Introduction) => Promise<void>,
  ): Promise<Introduction> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const locked = await tx.findOne(Introduction, { where: { id: uuid(input.introductionId) }, lock: { mode: 'pessimistic_write' } });
        const [introduction] = locked ? await this.database.run<Introduction>(tx, ONE, [locked.id]) : [];
        if (!introduction || !introductionPolicy.read(actor, introduction)) throw new NotFound();
        if (introduction.state !== introductionMoves[move].from) throw new IntroductionIsAnswered();
        authorize(actor, introductionPolicy, move, introduction);
        await work(tx, introduction);
        return { id: introduction.id };
      },
      (introductionId) => this.database.dataSource.manager.findOneByOrFail(Introduction, { id: introductionId }),
    );
    return this.get(actor, id);
  }

  private async whoIsAsked(tx: Tx, actor: Actor, input: AskIntroductionInput): Promise<Asked> {
    if (input.offerId) {
      const offer = await tx.findOneBy(Offer, { id: uuid(input.offerId) });
      authorize(actor, offerPolicy, 'respond', offer);
      return { personId: offer.personId, organisationId: null, offerId: offer.id, told: [offer.personId] };
    }
    if (input.personId) {
      const personId = uuid(input.personId);
      if (actor.is(personId)) throw Invalid.field('personId', 'YOURSELF', 'You know yourself already.');
      if ((await this.database.run(tx, MAY_BE_ASKED, [personId, actor.communityIds])).length === 0) throw new NotFound();
      return { personId, organisationId: null, offerId: null, told: [personId] };
    }
    if (!input.organisationId) throw Invalid.field('personId', 'NOBODY_CHOSEN', 'Choose a person or an organisation.');
    const organisationId = uuid(input.organisationId);
    if (actor.speaksFor(organisationId)) throw new Forbidden('You speak for this organisation yourself.', 'YOUR_OWN_ORGANISATION');
    const told = (await this.database.run<{ id: string }>(tx, SPEAKERS, [organisationId, actor.personId])).map(({ id }) => id);
    if (told.length === 0) throw new NobodyToIntroduce();
    return { personId: null, organisationId, offerId: null, told };
  }
}
