import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Communities, communityPolicy } from '#domain/communities';
import { THEMES, Vocabulary } from '#domain/vocabulary';
import { type Actor, authorize, type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { Jobs } from '#platform/jobs';
import { type Limit, Limits } from '#platform/limits';
import { OfferHasEnded } from '../exchange.errors.js';
import { OfferAudience, OfferState } from '../exchange.enums.js';
import { Offer } from './offer.entity.js';
import { offerPolicy } from './offer.policy.js';
import type { EditOfferInput, FinishOfferInput, OfferFilter, PostOfferInput } from './offers.inputs.js';
import { OFFER_COLUMNS, offersPage } from './offers.queries.js';

const DAY = 86_400_000;
const WRITING: Limit = { purpose: 'exchange.offer', tries: 20, seconds: 3600 };
const QUEUE = 'exchange.expire-offers';
const BY_IDS: Statement = { name: 'exchange.offers-by-ids', text: `select ${OFFER_COLUMNS} from offer f where f.id = any($1::uuid[])` };
const EXPIRE: Statement = {
  name: 'exchange.expire-offers',
  text: `update offer set state = 'EXPIRED', ended_at = $1 where state = 'OPEN' and until < ($1::timestamptz at time zone 'UTC')::date returning id, person_id as "personId"`,
};
const INTRODUCED: Statement = {
  name: 'exchange.introduced',
  text: `select from introduction where state = 'ACCEPTED' and (asker_id = $1 and answered_by_id = $2 or asker_id = $2 and answered_by_id = $1) limit 1`,
};

/** Offers and asks: posting, changing, ending with what came of it. */
@Injectable()
export class Offers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly vocabulary: Vocabulary,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define(QUEUE, () => this.expire(), '20 3 * * *');
  }

  /** Unfiltered: for what has been authorised already. */
  readonly offersByIds: Batch<string, Offer> = async (ids) => {
    const rows = await this.database.read<Offer>(BY_IDS, [ids]);
    return inOrderOf(ids, rows);
  };

  /** @throws NotFound */
  async get(actor: Actor, id: string): Promise<Offer> {
    const [offer] = await this.offersByIds([uuid(id)]);
    authorize(actor, offerPolicy, 'read', offer);
    return offer;
  }

  /** Newest first. */
  async list(actor: Actor, filter: OfferFilter, { first = 20, after }: PageArgs): Promise<Page<Offer>> {
    const cursor = decodeCursor(after, ['date', 'uuid']);
    const viewer = { me: actor.personIdOrNull, memberOf: actor.communityIds };
    const { statement, values } = offersPage(filter, viewer, first + 1, cursor);
    const rows = await this.database.read<Offer>(statement, values);
    return pageOf(rows, first, ({ createdAt, id }) => encodeCursor(createdAt.toISOString(), id), cursor !== null);
  }

  async post(actor: Actor, input: PostOfferInput): Promise<Offer> {
    await this.limits.countWriting(WRITING, actor.personId);
    const { mutationKey, themes, until, communityId, ...said } = input;
    const { id } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        this.mustBeAhead(until);
        const themeIds = await this.vocabulary.chosen(tx, THEMES, themes, 'themes');
        const offer = tx.create(Offer, {
          ...said,
          country: said.country ?? null,
          place: said.place || null,
          themeIds,
          until,
          communityId: input.audience === OfferAudience.COMMUNITY ? await this.ownCommunity(actor, communityId) : null,
          personId: actor.personId,
          createdAt: this.clock.now(),
        });
        await tx.insert(Offer, offer);
        await this.events.publish(tx, 'exchange.offer-posted', { offerId: offer.id, personId: actor.personId });
        return { id: offer.id };
      },
      (offerId) => this.database.dataSource.manager.findOneByOrFail(Offer, { id: offerId }),
    );
    return this.get(actor, id);
  }

  /** One that has ended opens again when its day lies ahead. */
  async edit(actor: Actor, input: EditOfferInput): Promise<Offer> {
    return this.change(actor, input, async (tx, offer) => {
      if (input.until) this.mustBeAhead(input.until);
      else if (offer.state !== OfferState.OPEN) throw new OfferHasEnded();
      await tx.update(
        Offer,
        { id: offer.id },
        {
          title: input.title ?? offer.title,
          details: input.details ?? offer.details,
          ...(input.until && { until: input.until, state: OfferState.OPEN, endedAt: null, sharedWithId: null, outcome: null }),
        },
      );
    });
  }

  /** It was shared, with what came of it, or is taken back. @throws OfferHasEnded */
  async finish(actor: Actor, input: FinishOfferInput): Promise<Offer> {
    return this.change(actor, input, async (tx, offer) => {
      if (offer.state !== OfferState.OPEN && offer.state !== OfferState.EXPIRED) throw new OfferHasEnded();
      const sharedWithId = input.wasShared ? (input.sharedWithId ?? null) : null;
      if (sharedWithId && (await this.database.run(tx, INTRODUCED, [actor.personId, sharedWithId])).length === 0)
        throw Invalid.field('sharedWithId', 'NOT_INTRODUCED', 'Choose somebody you were introduced to.');
      await tx.update(
        Offer,
        { id: offer.id },
        {
          state: input.wasShared ? OfferState.SHARED : OfferState.WITHDRAWN,
          endedAt: this.clock.now(),
          sharedWithId,
          outcome: input.wasShared ? input.outcome || null : null,
        },
      );
    });
  }

  /** Once a day; who posted it is told, and can open it again. */
  async expire(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended = await this.database.run<{ id: string; personId: string }>(tx, EXPIRE, [this.clock.now()]);
      for (const { id, personId } of ended) await this.events.publish(tx, 'exchange.offer-expired', { offerId: id, personId });
    });
  }

  private async change(
    actor: Actor,
    input: EditOfferInput | FinishOfferInput,
    write: (tx: EntityManager, offer: Offer) => Promise<void>,
  ): Promise<Offer> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const offer = await tx.findOne(Offer, { where: { id: uuid(input.offerId) }, lock: { mode: 'pessimistic_write' } });
        authorize(actor, offerPolicy, 'edit', offer);
        await write(tx, offer);
        return { id: offer.id };
      },
      (offerId) => this.database.dataSource.manager.findOneByOrFail(Offer, { id: offerId }),
    );
    return this.get(actor, id);
  }

  private async ownCommunity(actor: Actor, communityId: string | null | undefined): Promise<string> {
    const refused = () => Invalid.field('communityId', 'CHOOSE_COMMUNITY', 'Choose a community of yours.');
    if (!communityId) throw refused();
    const community = await this.communities.get(actor, communityId).catch((error: unknown) => {
      if (error instanceof NotFound) throw refused();
      throw error;
    });
    if (!communityPolicy.startThread(actor, community)) throw refused();
    return community.id;
  }

  private mustBeAhead(until: string): void {
    const now = this.clock.now();
    const at = new Date(`${until}T00:00:00Z`);
    if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== until)
      throw Invalid.field('until', 'NO_SUCH_DAY', 'This day does not exist.');
    if (until < now.toISOString().slice(0, 10)) throw Invalid.field('until', 'IN_THE_PAST', 'Choose a day that is still to come.');
    if (at.getTime() > now.getTime() + 731 * DAY) throw Invalid.field('until', 'TOO_FAR', 'Choose a day within the next two years.');
  }
}
