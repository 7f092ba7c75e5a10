import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Communities, communityPolicy, Groups, PolicyProcess } from '#domain/communities';
import { Documents, Version, Versions } from '#domain/writing';
import { type Actor, authorize, type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import { PositionState } from './advocacy.enums.js';
import { inThePast } from './advocacy.errors.js';
import { Position } from './position.entity.js';
import { authorizeMove, type GovernedPosition, positionPolicy } from './position.policy.js';
import type { EditPositionInput, NameVersionInput, OpenPositionInput } from './positions.inputs.js';
import { LOCK_POSITION, POSITION_BY_ID, POSITION_LIST, PROCESSES, TOUCH_POSITION } from './positions.queries.js';

/** A position with what its rules look at. */
export type GovernedRow = Position & GovernedPosition;

/** Kind of the live texts of positions. */
export const POSITION_TEXT = 'position';

/** Positions: opened, described, written and read. */
@Injectable()
export class Positions {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly groups: Groups,
    private readonly documents: Documents,
    private readonly versions: Versions,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** Unfiltered: for rules that decide themselves. Null when there is none. */
  async find(id: string, tx?: Tx): Promise<GovernedRow | null> {
    const values = [this.clock.now(), id];
    const [row] = tx
      ? await this.database.run<GovernedRow>(tx, POSITION_BY_ID, values)
      : await this.database.read<GovernedRow>(POSITION_BY_ID, values);
    return row ? Object.assign(new Position(), row) : null;
  }

  /** As `find`, and nobody else moves it until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<GovernedRow | null> {
    await this.database.run(tx, LOCK_POSITION, [uuid(id)]);
    return this.find(uuid(id), tx);
  }

  /** @throws NotFound */
  async get(actor: Actor, id: string): Promise<GovernedRow> {
    const position = await this.find(uuid(id));
    authorize(actor, positionPolicy, 'read', position);
    return position;
  }

  /** Of one community, one of its groups, or of all of mine, last changed first. @throws NotFound for a community that is not readable */
  async list(
    actor: Actor,
    communityId: string | null,
    groupId: string | null,
    { first = 20, after }: PageArgs,
  ): Promise<Page<GovernedRow>> {
    const among = communityId ? [(await this.communities.get(actor, communityId)).id] : actor.communityIds;
    const cursor = decodeCursor(after, ['date', 'uuid']) ?? [null, null];
    const values = [this.clock.now(), among, actor.communityIds, ...cursor, first + 1, actor.groupIds, groupId && uuid(groupId)];
    const rows = await this.database.read<GovernedRow>(POSITION_LIST, values);
    return pageOf(rows, first, (row) => encodeCursor(row.updatedAt.toISOString(), row.id));
  }

  /** The position and its empty text. */
  async open(actor: Actor, input: OpenPositionInput): Promise<GovernedRow> {
    const write = async (tx: Tx) => {
      const community = await this.communities.get(actor, input.communityId);
      const groupId = input.groupId ?? null;
      if (groupId === null) authorize(actor, communityPolicy, 'openPosition', community);
      else await this.groups.openFor(actor, community.id, groupId, 'openPosition');
      this.assertToCome('deadline', input.deadline);
      await this.assertProcess(tx, input.policyProcessId);
      const id = randomUUID();
      const now = this.clock.now();
      const document = await this.documents.create(tx, { communityId: community.id, kind: POSITION_TEXT, id });
      await tx.insert(Position, {
        id,
        communityId: community.id,
        groupId,
        title: input.title,
        addressee: input.addressee,
        purpose: input.purpose,
        policyProcessId: input.policyProcessId || null,
        deadline: input.deadline ?? null,
        state: PositionState.DRAFTING,
        openedById: actor.personId,
        documentId: document.id,
        createdAt: now,
        updatedAt: now,
      });
      if (groupId === null) await this.communities.bump(tx, community.id, 'positions', 1);
      await this.events.publish(tx, 'advocacy.position-opened', { positionId: id, communityId: community.id, personId: actor.personId });
      return this.again(tx, id);
    };
    return this.database.once(actor, input.mutationKey, write, (id) => this.get(actor, id));
  }

  async edit(actor: Actor, input: EditPositionInput): Promise<GovernedRow> {
    const write = async (tx: Tx) => {
      const position = await this.lock(tx, input.positionId);
      authorizeMove(actor, 'edit', position);
      if (input.deadline !== undefined && input.deadline?.getTime() !== position.deadline?.getTime())
        this.assertToCome('deadline', input.deadline);
      position.title = input.title ?? position.title;
      position.addressee = input.addressee ?? position.addressee;
      position.purpose = input.purpose ?? position.purpose;
      if (input.deadline !== undefined) position.deadline = input.deadline;
      position.updatedAt = this.clock.now();
      return this.saved(tx, position);
    };
    return this.database.once(actor, input.mutationKey, write, (id) => this.get(actor, id));
  }

  /** Keeps the present text under a name; writing goes on. @throws TextDoesNotFit */
  async nameVersion(actor: Actor, input: NameVersionInput): Promise<Version> {
    const write = async (tx: Tx) => {
      const position = await this.lock(tx, input.positionId);
      authorizeMove(actor, 'nameVersion', position);
      const { id: positionId, communityId, documentId } = position;
      const version = await this.versions.name(tx, { documentId, name: input.name, personId: actor.personId, isFrozen: false });
      await this.events.publish(tx, 'advocacy.version-named', { positionId, communityId, personId: actor.personId, versionId: version.id });
      position.updatedAt = this.clock.now();
      await this.saved(tx, position);
      return version;
    };
    return this.database.once(actor, input.mutationKey, write, (id) => this.versions.get(id));
  }

  /** Stores a position that has moved and tells its room: the last thing that a transaction does. */
  async saved(tx: Tx, position: Position): Promise<GovernedRow> {
    await tx.save(Position, position);
    const { state, updatedAt } = position;
    const row = await this.again(tx, position.id);
    await this.rooms.tell(tx, `position:${position.id}`, 'position-changed', { state, updatedAt: updatedAt.toISOString() });
    return row;
  }

  /** Somebody writes in its text. */
  async touch(id: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [touched] = await this.database.run<{ state: PositionState }>(tx, TOUCH_POSITION, [id, now]);
      if (touched) await this.rooms.tell(tx, `position:${id}`, 'position-changed', { state: touched.state, updatedAt: now.toISOString() });
    });
  }

  /** By name, short name or institution. */
  policyProcesses(text: string): Promise<PolicyProcess[]> {
    const words = text
      .replaceAll('\0', '')
      .trim()
      .slice(0, 100)
      .replace(/[\\%_]/g, '\\$&');
    return this.database.read<PolicyProcess>(PROCESSES, [words]);
  }

  readonly processesByIds: Batch<string, PolicyProcess> = async (ids) => {
    const processes = await this.database.dataSource.manager.findBy(PolicyProcess, { id: In([...ids]) });
    return inOrderOf(ids, processes);
  };

  /** All named versions of each position, newest first. */
  readonly versionsOfPositions: Batch<string, Version[]> = (ids) => this.versions.ofSubjects(POSITION_TEXT, ids);

  /** @throws Invalid at the field when the moment is over */
  assertToCome(field: string, moment: Date | null | undefined): void {
    if (moment && moment <= this.clock.now()) throw inThePast(field);
  }

  private async again(tx: Tx, id: string): Promise<GovernedRow> {
    const row = await this.find(id, tx);
    if (!row) throw new Error('a position vanished in its own transaction');
    return row;
  }

  private async assertProcess(tx: Tx, id: string | null | undefined): Promise<void> {
    if (id && !(await tx.existsBy(PolicyProcess, { id })))
      throw Invalid.field('policyProcessId', 'UNKNOWN', 'This policy process is not in the list.');
  }
}
