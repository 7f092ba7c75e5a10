import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import type { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import type { TieKind } from './community-tie.entity.js';

/** What one side of a tie can do, with how the other side's trail calls it. */
const seenFromOtherSide = {
  'communities.tie-proposed': 'PROPOSED',
  'communities.tie-taken-back': 'TAKEN_BACK',
  'communities.tie-agreed': 'AGREED',
  'communities.tie-declined': 'DECLINED',
  'communities.tie-ended': 'ENDED',
  'communities.partner-added': 'PROPOSED',
} as const;

/** What the other side of a tie did. */
export type TieAct = (typeof seenFromOtherSide)[keyof typeof seenFromOtherSide];

/** Ties in the trails of both communities. Who acted stands only in that of their own: a closed community does not show who coordinates it. */
@Injectable()
export class TieTrail {
  constructor(private readonly audit: Audit) {}

  async note(
    tx: Tx,
    actor: Actor,
    act: keyof typeof seenFromOtherSide,
    { kind, ownId, otherId }: { kind: TieKind; ownId: string; otherId: string | null },
  ): Promise<void> {
    await this.audit.note(tx, actor, act, { communityId: ownId, subject: { kind: 'community', id: otherId }, details: { kind } });
    if (!otherId) return;
    await this.audit.note(tx, null, 'communities.tie-other-side', {
      communityId: otherId,
      subject: { kind: 'community', id: ownId },
      details: { kind, what: seenFromOtherSide[act] },
    });
  }
}
