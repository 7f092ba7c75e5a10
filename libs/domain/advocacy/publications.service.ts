import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Documents, Version } from '#domain/writing';
import { Audit } from '#platform/audit';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { type PageArgs, uuid } from '#platform/graphql';
import type { Outcome, PublicPosition, PublicSignatory } from './advocacy.answers.js';
import { EndorsementAnswer } from './advocacy.enums.js';
import { authorizeMove } from './position.policy.js';
import type { PublishPositionInput } from './positions.inputs.js';
import { PUBLIC_POSITION, PUBLIC_POSITIONS } from './positions.queries.js';
import { type GovernedRow, Positions } from './positions.service.js';

interface PublishedRow extends Omit<PublicPosition, 'outcome' | 'signatories' | 'reservations' | 'others' | 'checkValue'>, Outcome {
  answers: PublicSignatory[];
}

/** Published positions: what anyone may read. */
@Injectable()
export class Publications {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
    private readonly documents: Documents,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Shows the adopted version to everybody. Its text goes on in a new document, so that nothing deleted travels with it. */
  async publish(actor: Actor, input: PublishPositionInput): Promise<GovernedRow> {
    const write = async (tx: Tx) => {
      const position = await this.positions.lock(tx, input.positionId);
      authorizeMove(actor, 'publish', position);
      const { id: positionId, communityId, documentId } = position;
      const version = await tx.findOneByOrFail(Version, { id: position.frozenVersionId ?? '' });
      const fresh = await this.documents.recreate(tx, documentId, version.body);
      position.publish(fresh.id, this.clock.now());
      const subject = { kind: 'position', id: positionId } as const;
      await this.audit.note(tx, actor, 'advocacy.position-published', { communityId, subject, details: {} });
      await this.events.publish(tx, 'advocacy.position-published', { positionId, communityId, personId: actor.personId });
      return this.positions.saved(tx, position);
    };
    return this.database.once(actor, input.mutationKey, write, (id) => this.positions.get(actor, id));
  }

  /** @throws NotFound for everything that is not published, whether it is there or not */
  async get(id: string): Promise<PublicPosition> {
    const [row] = await this.database.read<PublishedRow>(PUBLIC_POSITION, [uuid(id)]);
    if (!row) throw new NotFound();
    return asPublic(row);
  }

  /** Newest first; `after` is the id of the last one seen. */
  async list({ first = 20, after }: PageArgs): Promise<PublicPosition[]> {
    const rows = await this.database.read<PublishedRow>(PUBLIC_POSITIONS, [after ? this.cursor(after) : null, first]);
    return rows.map(asPublic);
  }

  private cursor(after: string): string {
    try {
      return uuid(after);
    } catch {
      throw Invalid.field('after', 'BAD_CURSOR', 'Give the id of the last position that you have.');
    }
  }
}

function asPublic({ answers, adopted, statement, statedById, statedAt, ...row }: PublishedRow): PublicPosition {
  const of = (...wanted: (EndorsementAnswer | null)[]) => answers.filter((answer) => wanted.includes(answer.answer));
  return {
    ...row,
    outcome: { adopted, statement, statedById, statedAt },
    signatories: of(EndorsementAnswer.ENDORSE),
    reservations: of(EndorsementAnswer.ENDORSE_WITH_RESERVATION),
    others: of(EndorsementAnswer.OBJECT, EndorsementAnswer.STAND_ASIDE, null),
    checkValue: createHash('sha256').update(row.html, 'utf8').digest('hex'),
  };
}
