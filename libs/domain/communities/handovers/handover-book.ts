import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Audit } from '#platform/audit';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { MembershipRole, reaches } from '../community.enums.js';
import type { Membership } from '../membership.entity.js';
import type { CommunitySeat } from '../seats/community-seat.entity.js';
import { Handover } from './handover.entity.js';
import { HandoverItem } from './handover-item.entity.js';
import { HandoverState, HandoverTemplate } from './handover.enums.js';

/** Begins handovers: when somebody wants to, and when somebody goes without. */
@Injectable()
export class HandoverBook {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Somebody wants to: said in the trail, too. */
  async beginBy(tx: Tx, by: Actor, of: Parameters<HandoverBook['begin']>[1]): Promise<Handover> {
    const handover = await this.begin(tx, of);
    await this.note(tx, by, 'communities.handover-begun', handover);
    return handover;
  }

  note(
    tx: Tx,
    by: Actor,
    act: 'communities.handover-begun' | 'communities.handover-withdrawn',
    { id, communityId }: Handover,
  ): Promise<void> {
    return this.audit.note(tx, by, act, { communityId, subject: { kind: 'handover', id }, details: {} });
  }

  noteAccepted(tx: Tx, by: Pick<Actor, 'personId'>, { communityId, fromId, role }: Handover): Promise<void> {
    const details = role ? { role } : {};
    return this.audit.note(tx, by, 'communities.handover-accepted', { communityId, subject: { kind: 'person', id: fromId }, details });
  }

  async begin(tx: Tx, of: Pick<Handover, 'communityId' | 'seatId' | 'role' | 'fromId' | 'leaves'>): Promise<Handover> {
    const handover = await tx.save(tx.create(Handover, { ...of, state: HandoverState.BEGUN, begunAt: this.clock.now() }));
    const usual = Object.values(HandoverTemplate).map((template, position) => ({ handoverId: handover.id, template, position }));
    await tx.insert(HandoverItem, usual);
    return handover;
  }

  /** Someone leaves or is removed: for each seat and for a role, what they leave behind waits for a successor. */
  async leftBehind(tx: Tx, { communityId, personId: fromId, role }: Membership, seats: CommunitySeat[]): Promise<void> {
    const state = Not(HandoverState.CLOSED);
    for (const { id: seatId } of seats) {
      const open = In([HandoverState.BEGUN, HandoverState.OFFERED]);
      if (!(await tx.existsBy(Handover, { seatId, state: open })))
        await this.begin(tx, { communityId, seatId, role: null, fromId, leaves: true });
    }
    if (!reaches(role, MembershipRole.FACILITATOR) || (await tx.existsBy(Handover, { communityId, fromId, role, state }))) return;
    await this.begin(tx, { communityId, seatId: null, role, fromId, leaves: true });
  }
}
