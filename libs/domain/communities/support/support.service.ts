import { Injectable } from '@nestjs/common';
import type { Person } from '#domain/people';
import { type Actor, authorize } from '#platform/auth';
import { Database, type Statement } from '#platform/database';
import { Communities } from '../communities.service.js';
import type { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { Membership } from '../membership.entity.js';
import { asPerson, PERSON_JSON } from '../people.queries.js';
import { CommunitySupport, InterpretationNeed, type Support } from './support.entities.js';
import type { NoteInterpretationNeedInput, SetCommunitySupportInput } from './support.inputs.js';

const NEED_COLUMNS = `n.membership_id as "membershipId", n.languages, n.note, ${PERSON_JSON} as person`;
const NEEDS: Statement = {
  name: 'support.needs',
  text: `select ${NEED_COLUMNS} from interpretation_need n join membership m on m.id = n.membership_id join person p on p.id = m.person_id
          where m.community_id = $1 order by plain(p.name), p.id limit 500`,
};
const NEED_OF_VIEWER: Statement = {
  name: 'support.need-of-viewer',
  text: `select ${NEED_COLUMNS} from interpretation_need n join membership m on m.id = n.membership_id join person p on p.id = m.person_id
          where m.community_id = $1 and m.person_id = $2`,
};

/** Interpreting and compensation: what is offered, told to everybody who may come; what a member needs, told to coordinators alone. */
@Injectable()
export class Supports {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
  ) {}

  /** For all who see the community itself: it decides whether one can come. */
  async of(community: Community): Promise<Support | null> {
    return this.database.dataSource.manager.findOneBy(CommunitySupport, { communityId: community.id });
  }

  async set(actor: Actor, { communityId, interpreting, compensation }: SetCommunitySupportInput): Promise<Community> {
    await this.database.transaction(async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, communityId);
      authorize(now, communityPolicy, 'edit', community);
      if (interpreting.length > 0 || compensation)
        await tx.save(tx.create(CommunitySupport, { communityId: community.id, interpreting, compensation: compensation || null }));
      else await tx.delete(CommunitySupport, { communityId: community.id });
    });
    return this.communities.seenBy(actor, communityId);
  }

  async noteNeed(actor: Actor, { communityId, languages, note }: NoteInterpretationNeedInput): Promise<Community> {
    await this.database.transaction(async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, communityId);
      authorize(now, communityPolicy, 'leave', community);
      const { id: membershipId } = await tx.findOneByOrFail(Membership, { communityId: community.id, personId: now.personId });
      if (languages.length > 0 || note)
        await tx.upsert(InterpretationNeed, { membershipId, languages, note: note || null }, ['membershipId']);
      else await tx.delete(InterpretationNeed, { membershipId });
    });
    return this.communities.seenBy(actor, communityId);
  }

  /** What the viewer needs here. */
  async needOf(actor: Actor, community: Community): Promise<InterpretationNeed | null> {
    if (!actor.isMemberOf(community.id)) return null;
    const [row] = await this.database.read<InterpretationNeed & { person: Person }>(NEED_OF_VIEWER, [community.id, actor.personId]);
    return row ? asNeed(row) : null;
  }

  /** What members need, by name; for coordinators, else none. */
  async needs(actor: Actor, community: Community): Promise<InterpretationNeed[]> {
    if (!communityPolicy.edit(actor, community)) return [];
    return (await this.database.read<InterpretationNeed & { person: Person }>(NEEDS, [community.id])).map(asNeed);
  }
}

const asNeed = (row: InterpretationNeed & { person: Person }): InterpretationNeed =>
  Object.assign(new InterpretationNeed(), row, { person: asPerson(row.person) });
