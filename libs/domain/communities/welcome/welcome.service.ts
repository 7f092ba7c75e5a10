import { Injectable } from '@nestjs/common';
import type { Person } from '#domain/people';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Communities } from '../communities.service.js';
import type { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { Membership } from '../membership.entity.js';
import { asPerson, PERSON_JSON } from '../people.queries.js';
import { type CommunityWelcome, Welcome, WelcomeContact, type WelcomeItem, WelcomeProgress } from './welcome.entity.js';
import type { NoteWelcomeInput, OfferAsContactInput, SetWelcomeInput } from './welcome.inputs.js';

/** So long someone is new. */
const NEW_FOR = 60 * 86_400_000;

interface Seen {
  joinedAt: Date;
  steps: WelcomeItem[] | null;
  reading: WelcomeItem[] | null;
  done: number[] | null;
  putAwayAt: Date | null;
  isContact: boolean;
  contact: Person | null;
}

/** The contact stays the same for a newcomer: first those with a language in common, then an order that differs from newcomer to newcomer. */
const SEEN: Statement = {
  name: 'welcome.seen',
  text: `
    select mine.joined_at as "joinedAt", w.steps, w.reading, progress.done, progress.put_away_at as "putAwayAt",
           exists (select from welcome_contact c where c.membership_id = mine.id) as "isContact",
           (select ${PERSON_JSON} from welcome_contact c join membership m on m.id = c.membership_id join person p on p.id = m.person_id
             where m.community_id = mine.community_id and m.id <> mine.id
             order by p.languages && me.languages desc, md5(mine.id::text || m.id::text) limit 1) as contact
      from membership mine join person me on me.id = mine.person_id
      left join welcome w on w.community_id = mine.community_id left join welcome_progress progress on progress.membership_id = mine.id
     where mine.community_id = $1 and mine.person_id = $2`,
};

/** The first weeks of a newcomer: steps and reading that coordinators chose, and a contact who offered to be one. */
@Injectable()
export class Welcomes {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly clock: Clock,
  ) {}

  /** As the viewer sees it; null for those who are not in. */
  async of(actor: Actor, community: Community): Promise<CommunityWelcome | null> {
    if (!actor.isMemberOf(community.id)) return null;
    const [seen] = await this.database.read<Seen>(SEEN, [community.id, actor.personId]);
    if (!seen) return null;
    const steps = seen.steps ?? [];
    const reading = seen.reading ?? [];
    const done = (seen.done ?? []).filter((step) => step < steps.length);
    const isNew = this.clock.now().getTime() - seen.joinedAt.getTime() < NEW_FOR;
    const isWaiting = !seen.putAwayAt && (steps.length === 0 || done.length < steps.length);
    const hasSomething = steps.length + reading.length > 0;
    return {
      steps,
      reading,
      done,
      contact: seen.contact ? asPerson(seen.contact) : null,
      viewerIsContact: seen.isContact,
      isForViewer: isNew && isWaiting && hasSomething && !communityPolicy.edit(actor, community),
    };
  }

  async set(actor: Actor, { communityId, steps, reading }: SetWelcomeInput): Promise<Community> {
    await this.database.transaction(async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, communityId);
      authorize(now, communityPolicy, 'edit', community);
      await tx.save(tx.create(Welcome, { communityId: community.id, steps, reading }));
    });
    return this.communities.seenBy(actor, communityId);
  }

  async offer(actor: Actor, { communityId, isContact }: OfferAsContactInput): Promise<Community> {
    await this.asMember(actor, communityId, async (tx, membershipId) => {
      if (isContact) await tx.upsert(WelcomeContact, { membershipId }, ['membershipId']);
      else await tx.delete(WelcomeContact, { membershipId });
    });
    return this.communities.seenBy(actor, communityId);
  }

  async note(actor: Actor, { communityId, done, isPutAway }: NoteWelcomeInput): Promise<Community> {
    const putAwayAt = isPutAway ? this.clock.now() : null;
    await this.asMember(actor, communityId, async (tx, membershipId) => {
      await tx.upsert(WelcomeProgress, { membershipId, done, putAwayAt }, ['membershipId']);
    });
    return this.communities.seenBy(actor, communityId);
  }

  private asMember(actor: Actor, communityId: string, work: (tx: Tx, membershipId: string) => Promise<void>) {
    return this.database.transaction(async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, communityId);
      authorize(now, communityPolicy, 'leave', community);
      const { id } = await tx.findOneByOrFail(Membership, { communityId: community.id, personId: now.personId });
      await work(tx, id);
    });
  }
}
