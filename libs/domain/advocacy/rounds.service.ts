import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Seats } from '#domain/communities';
import { Documents, Versions } from '#domain/writing';
import { Audit } from '#platform/audit';
import { type Actor, authorize, type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { needsReason } from './advocacy.enums.js';
import { NobodyToAsk, NoMandate, PositionIsElsewhere, reasonMissing, RoundIsClosed } from './advocacy.errors.js';
import { Endorsement } from './endorsement.entity.js';
import { EndorsementRound } from './endorsement-round.entity.js';
import { isPossible } from './position.moves.js';
import { authorizeMove, organisationsOf, positionPolicy } from './position.policy.js';
import type { AnswerEndorsementInput, DecidePositionInput, FreezePositionInput, ReopenDraftingInput } from './positions.inputs.js';
import { ANSWERS_OF_ROUNDS } from './positions.queries.js';
import { type GovernedRow, Positions } from './positions.service.js';

const SHORTEST_REASON = 5;

/** Rounds of endorsement: a frozen version is put to the organisations, they answer, the coordinator states what came of it. */
@Injectable()
export class Rounds {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
    private readonly seats: Seats,
    private readonly documents: Documents,
    private readonly versions: Versions,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** Closes the text, keeps it as a version, and asks every organisation that has a seat with a mandate at this moment. @throws TextDoesNotFit */
  async freeze(actor: Actor, input: FreezePositionInput): Promise<GovernedRow> {
    const write = async (tx: Tx) => {
      const position = await this.positions.lock(tx, input.positionId);
      authorizeMove(actor, 'freeze', position);
      this.positions.assertToCome('closesAt', input.closesAt);
      const { id: positionId, communityId, documentId } = position;
      const organisationIds = await this.seats.mandatedOrganisationIds(tx, position);
      if (organisationIds.length === 0) throw new NobodyToAsk();
      await this.documents.close(tx, documentId);
      const round = (await tx.countBy(EndorsementRound, { positionId })) + 1;
      const version = await this.versions.name(tx, {
        documentId,
        name: `Endorsement text ${round}`,
        personId: actor.personId,
        isFrozen: true,
      });
      const now = this.clock.now();
      const opened = await tx.save(
        tx.create(EndorsementRound, { positionId, versionId: version.id, openedAt: now, closesAt: input.closesAt ?? null, closedAt: null }),
      );
      await tx.insert(
        Endorsement,
        organisationIds.map((organisationId) => ({ roundId: opened.id, organisationId })),
      );
      position.freeze(version.id, opened.id, now);
      const told = { positionId, communityId, personId: actor.personId };
      await this.events.publish(tx, 'advocacy.endorsement-requested', { ...told, roundId: opened.id, organisationIds });
      return this.positions.saved(tx, position);
    };
    return this.database.once(actor, input.mutationKey, write, (id) => this.positions.get(actor, id));
  }

  /** Ends the round without an outcome and opens the text again. The answers are kept with their round. */
  async reopenDrafting(actor: Actor, input: ReopenDraftingInput): Promise<GovernedRow> {
    const write = async (tx: Tx) => {
      const position = await this.positions.lock(tx, input.positionId);
      authorizeMove(actor, 'reopenDrafting', position);
      const { id: positionId, communityId, documentId, roundId } = position;
      position.reopen(this.clock.now());
      await this.end(tx, roundId);
      await this.documents.reopen(tx, documentId);
      await this.events.publish(tx, 'advocacy.drafting-reopened', { positionId, communityId, personId: actor.personId, roundId });
      return this.positions.saved(tx, position);
    };
    return this.database.once(actor, input.mutationKey, write, (id) => this.positions.get(actor, id));
  }

  /** An organisation's answer, changeable while the round is open. Two who answer for it at once: the later answer stands. */
  async answer(actor: Actor, input: AnswerEndorsementInput): Promise<GovernedRow> {
    const write = async (tx: Tx) => {
      // Waits for one who ends the round at this moment; then it is ended.
      const position = await this.positions.lock(tx, input.positionId);
      authorize(actor, positionPolicy, 'read', position);
      if (!isPossible('answer', position.state)) throw new PositionIsElsewhere(position.state);
      if (!position.takesAnswers || !position.roundId) throw new RoundIsClosed();
      const organisationId = input.organisationId.toLowerCase();
      // The seat once more, as it is now: the mandate may have been taken a moment ago.
      const seatId = await this.seats.mandateOf(tx, actor.personId, position.communityId, organisationId);
      if (!seatId || !organisationsOf(actor, position).includes(organisationId)) throw new NoMandate();
      const reason = input.reason || null;
      if (needsReason(input.answer) && (reason?.length ?? 0) < SHORTEST_REASON) throw reasonMissing();
      const { id: positionId, communityId, roundId } = position;
      const { personId } = actor;
      await tx.update(
        Endorsement,
        { roundId, organisationId },
        { answer: input.answer, reason, seatId, answeredById: personId, answeredAt: this.clock.now() },
      );
      await this.events.publish(tx, 'advocacy.endorsement-answered', { positionId, communityId, personId, roundId, organisationId });
      await this.rooms.tell(
        tx,
        `position:${positionId}`,
        'endorsement-changed',
        position.groupId === null ? { organisationId, answer: input.answer } : { organisationId },
      );
      return position;
    };
    return this.database.once(actor, input.mutationKey, write, (id) => this.positions.get(actor, id));
  }

  /** The coordinator states what came of the round: judgement, not arithmetic. */
  async decide(actor: Actor, input: DecidePositionInput): Promise<GovernedRow> {
    const write = async (tx: Tx) => {
      const position = await this.positions.lock(tx, input.positionId);
      authorizeMove(actor, 'decide', position);
      const { id: positionId, communityId, roundId } = position;
      const { personId } = actor;
      position.decide(input.adopted, input.statement, personId, this.clock.now());
      await this.end(tx, roundId);
      const subject = { kind: 'position', id: positionId } as const;
      // The audit of a community is read by its coordinators: of what happens in a group it says nothing.
      if (position.groupId === null)
        await this.audit.note(tx, actor, 'advocacy.position-decided', { communityId, subject, details: { adopted: input.adopted } });
      await this.events.publish(tx, 'advocacy.position-decided', { positionId, communityId, personId, adopted: input.adopted });
      return this.positions.saved(tx, position);
    };
    return this.database.once(actor, input.mutationKey, write, (id) => this.positions.get(actor, id));
  }

  readonly roundsByIds: Batch<string, EndorsementRound> = async (ids) => {
    const rounds = await this.database.dataSource.manager.findBy(EndorsementRound, { id: In([...ids]) });
    return inOrderOf(ids, rounds);
  };

  /** Of each round; objections first, silence last. */
  readonly answersOfRounds: Batch<string, Endorsement[]> = async (roundIds) => {
    const rows = await this.database.read<Endorsement>(ANSWERS_OF_ROUNDS, [roundIds]);
    return roundIds.map((roundId) => rows.filter((row) => row.roundId === roundId));
  };

  private async end(tx: Tx, roundId: string | null): Promise<void> {
    if (roundId) await tx.update(EndorsementRound, { id: roundId }, { closedAt: this.clock.now() });
  }
}
