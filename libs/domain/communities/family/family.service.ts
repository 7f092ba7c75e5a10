import { Injectable } from '@nestjs/common';
import { Audit } from '#platform/audit';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { Conflict } from '#platform/errors';
import { Communities } from '../communities.service.js';
import { COMMUNITY_COLUMNS } from '../communities.queries.js';
import { Community } from '../community.entity.js';
import { CommunityKind, JoinPolicy, Visibility } from '../community.enums.js';
import { communityPolicy } from '../community.policy.js';
import { Founding } from '../founding.service.js';
import { MembershipRoll } from '../membership-roll.js';
import { Membership } from '../membership.entity.js';
import type { CommunityTie } from './community-tie.entity.js';
import { FamilyTree } from './family-tree.js';
import type { OpenCircleInput } from './family.inputs.js';
import { mayHold } from './kinds.js';

const PARTS: Statement = {
  name: 'family.parts',
  text: `select ${COMMUNITY_COLUMNS} from community c where c.parent_id = any($1::uuid[]) and c.circle_of_id is null and c.merged_into_id is null
          order by c.archived_at is not null, plain(c.name), c.id limit 1000`,
};
const CIRCLES: Statement = {
  name: 'family.circles',
  text: `select ${COMMUNITY_COLUMNS} from community c where c.circle_of_id = any($1::uuid[])`,
};
const TIES: Statement = {
  name: 'family.ties',
  text: `select t.id, t.kind, t.community_id as "communityId", t.other_id as "otherId", t.proposed_from_id as "proposedFromId", t.outside_name as "outsideName",
                t.outside_url as "outsideUrl", t.note, t.created_at as "createdAt", t.agreed_at as "agreedAt"
           from community_tie t where t.community_id = any($1::uuid[]) or t.other_id = any($1::uuid[]) order by t.agreed_at nulls first, t.created_at, t.id`,
};

/** What a community hangs together with, and the circle in which the coordinators of its parts meet. */
@Injectable()
export class Family {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly founding: Founding,
    private readonly roll: MembershipRoll,
    private readonly tree: FamilyTree,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The parts of each, by name, the living ones first; unfiltered. */
  readonly partsOf: Batch<string, Community[]> = async (ids) => {
    const rows = await this.database.read<Community>(PARTS, [ids]);
    return ids.map((id) => rows.filter((row) => row.parentId === id));
  };

  /** The coordinators' circle of each; unfiltered. */
  readonly circlesOf: Batch<string, Community> = async (ids) => {
    const rows = await this.database.read<Community>(CIRCLES, [ids]);
    return ids.map((id) => rows.find((row) => row.circleOfId === id) ?? null);
  };

  /** The ties of each, proposals first; unfiltered. */
  readonly tiesOf: Batch<string, CommunityTie[]> = async (ids) => {
    const rows = await this.database.read<CommunityTie>(TIES, [ids]);
    return ids.map((id) => rows.filter((row) => row.communityId === id || row.otherId === id));
  };

  /** Coordinators of the parts come in by themselves, and go when they coordinate no more. */
  async openCircle(actor: Actor, input: OpenCircleInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const whole = await this.tree.openParent(tx, actor, input.communityId, CommunityKind.WORKING_GROUP);
        // The whole is locked: nobody opens another one meanwhile.
        if (await tx.existsBy(Community, { circleOfId: whole.id }))
          throw new Conflict('The circle of coordinators is there already.', 'CIRCLE_IS_THERE');
        const { level, countries, languages, themeIds } = whole;
        const circle = await this.founding.found(tx, actor, {
          name: input.name,
          kind: CommunityKind.WORKING_GROUP,
          level,
          countries,
          languages,
          themeIds,
          summary: `${input.name}: ${whole.name}`.slice(0, 1000),
          charter: whole.charter,
          visibility: Visibility.MEMBERS,
          joinPolicy: JoinPolicy.BY_INVITATION,
          parentId: whole.id,
          circleOfId: whole.id,
        });
        // Also the one who opens it is there because of what they coordinate.
        await tx.update(Membership, { communityId: circle.id }, { isInherited: true });
        await this.roll.bringInStep(tx, circle);
        return { id: circle.id };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** Whether its parts would have coordinators to meet. */
  mayHaveCircle(actor: Actor, community: Community): boolean {
    return communityPolicy.connect(actor, community) && !community.circleOfId && mayHold(community.kind, CommunityKind.WORKING_GROUP);
  }

  /** Readable as before, and nothing is written any more. */
  archive(actor: Actor, communityId: string, note: string | null, mutationKey?: string): Promise<Community> {
    return this.turn(actor, communityId, 'archive', { archivedAt: this.clock.now(), archiveNote: note }, mutationKey);
  }

  /** By those who coordinated it last. */
  revive(actor: Actor, communityId: string, mutationKey?: string): Promise<Community> {
    return this.turn(actor, communityId, 'revive', { archivedAt: null, archiveNote: null }, mutationKey);
  }

  private async turn(
    actor: Actor,
    communityId: string,
    move: 'archive' | 'revive',
    state: Pick<Community, 'archivedAt' | 'archiveNote'>,
    mutationKey?: string,
  ): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.tree.open(tx, actor, communityId);
        authorize(now, communityPolicy, move, community);
        await this.audit.note(tx, now, move === 'archive' ? 'communities.archived' : 'communities.revived', {
          communityId: community.id,
          subject: { kind: 'community', id: community.id },
          details: {},
        });
        await this.tree.setArchived(tx, community, state, now.personId);
        return { id: community.id };
      },
      (again) => Promise.resolve({ id: again }),
    );
    return this.communities.seenBy(actor, id);
  }
}
