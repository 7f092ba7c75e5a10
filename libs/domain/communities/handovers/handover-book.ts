import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
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
  constructor(private readonly clock: Clock) {}

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
