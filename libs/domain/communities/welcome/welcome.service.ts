import { Injectable } from '@nestjs/common';
import type { Person } from '#domain/people';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { Communities } from '../communities.service.js';
import type { Community } from '../community.entity.js';
import { communityPolicy, hasNoList, maySeeMembers } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { Membership } from '../membership.entity.js';
import { asPerson, PERSON_JSON } from '../people.queries.js';
import {
  type CommunityWelcome,
  type Newcomer,
  WeekStep,
  Welcome,
  WelcomeContact,
  type WelcomeItem,
  WelcomeProgress,
} from './welcome.entity.js';
import type { NoteWeekInput, NoteWelcomeInput, OfferAsContactInput, SetWelcomeInput, WelcomeNewcomerInput } from './welcome.inputs.js';

/** So long someone is new. */
export const NEW_FOR = 60 * 86_400_000;

interface Seen {
  joinedAt: Date;
  steps: WelcomeItem[] | null;
  reading: WelcomeItem[] | null;
  done: number[] | null;
  putAwayAt: Date | null;
  isContact: boolean;
  contact: Person | null;
  weekDone: WeekStep[] | null;
  isNewToField: boolean;
  country: string | null;
}

const DAY = 86_400_000;
/** The first week stays in sight for two. */
const WEEK_SHOWN = 14 * DAY;

/** Who was named comes first. Of those who offered it, the contact stays the same for a newcomer: first those with a language in common, then an order that differs from newcomer to newcomer. */
const SEEN: Statement = {
  name: 'welcome.seen',
  text: `
    select mine.joined_at as "joinedAt", w.steps, w.reading, progress.done, progress.put_away_at as "putAwayAt",
           exists (select from welcome_contact c where c.membership_id = mine.id) as "isContact",
           coalesce((select ${PERSON_JSON} from membership m join person p on p.id = m.person_id where m.id = progress.contact_membership_id),
            (select ${PERSON_JSON} from welcome_contact c join membership m on m.id = c.membership_id join person p on p.id = m.person_id
             where m.community_id = mine.community_id and m.id <> mine.id
             order by p.languages && me.languages desc, md5(mine.id::text || m.id::text) limit 1)) as contact,
           progress.week_done as "weekDone", coalesce(o.is_new_to_field, false) as "isNewToField", o.country
      from membership mine join person me on me.id = mine.person_id left join organisation o on o.id = mine.organisation_id
      left join welcome w on w.community_id = mine.community_id left join welcome_progress progress on progress.membership_id = mine.id
     where mine.community_id = $1 and mine.person_id = $2`,
};

/** `$3` the viewer, who does not welcome themselves. */
const NEWCOMERS: Statement = {
  name: 'welcome.newcomers',
  text: `select m.id, ${PERSON_JSON} as person, o.name as "organisationName", coalesce(o.is_new_to_field, false) as "isNewToField",
                m.joined_at as "joinedAt", progress.welcomed_at as "welcomedAt",
                (select ${PERSON_JSON} from membership named join person p on p.id = named.person_id where named.id = progress.contact_membership_id) as contact
           from membership m join person p on p.id = m.person_id left join organisation o on o.id = m.organisation_id
           left join welcome_progress progress on progress.membership_id = m.id
          where m.community_id = $1 and m.joined_at > $2 and m.person_id <> $3 and not m.is_inherited and m.role in ('MEMBER', 'ADVISOR')
          order by progress.welcomed_at is not null, coalesce(o.is_new_to_field, false) desc, m.joined_at, m.id limit 50`,
};

/** The first weeks of a newcomer: steps and reading that coordinators chose, and a contact who offered to be one. */
@Injectable()
export class Welcomes {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly events: Events,
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
    const days = Math.floor((this.clock.now().getTime() - seen.joinedAt.getTime()) / DAY) + 1;
    const inWeek = seen.isNewToField && !seen.putAwayAt && days * DAY <= WEEK_SHOWN;
    const week = inWeek ? Object.values(WeekStep).slice(0, days) : [];
    const weekDone = (seen.weekDone ?? []).filter((step) => week.includes(step));
    const hasSomething = steps.length + reading.length > 0;
    const isFirstWeek = week.length > 0 && weekDone.length < Object.values(WeekStep).length;
    return {
      week,
      weekDone,
      weekCountry: seen.country,
      steps,
      reading,
      done,
      contact: seen.contact ? asPerson(seen.contact) : null,
      viewerIsContact: seen.isContact,
      isForViewer: isNew && (isFirstWeek || (isWaiting && hasSomething)) && !communityPolicy.edit(actor, community),
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

  async noteWeek(actor: Actor, { communityId, done }: NoteWeekInput): Promise<Community> {
    await this.asMember(actor, communityId, async (tx, membershipId) => {
      await tx.upsert(WelcomeProgress, { membershipId, weekDone: done }, ['membershipId']);
    });
    return this.communities.seenBy(actor, communityId);
  }

  /** Those who came within two months, who was not welcomed yet first; for those who lead, else none, and none where there is no list. */
  async newcomers(actor: Actor, community: Community): Promise<Newcomer[]> {
    if (!communityPolicy.invite(actor, community) || hasNoList(community)) return [];
    const since = new Date(this.clock.now().getTime() - NEW_FOR);
    const rows = await this.database.read<Newcomer>(NEWCOMERS, [community.id, since, actor.personId]);
    return rows.map((row) => Object.assign(row, { person: asPerson(row.person), contact: row.contact ? asPerson(row.contact) : null }));
  }

  /** One click: the newcomer hears who welcomes them and who their contact is, and the contact hears of the newcomer. */
  async welcome(actor: Actor, { membershipId, contactMembershipId }: WelcomeNewcomerInput): Promise<Community> {
    const communityId = await this.database.transaction(async (tx) => {
      const found = await tx.findOneBy(Membership, { id: uuid(membershipId) });
      if (!found) throw new NotFound();
      const { community, actor: now } = await this.roll.open(tx, actor, found.communityId);
      const newcomer = await tx.findOneBy(Membership, { id: found.id });
      if (!newcomer || !community || hasNoList(community) || !maySeeMembers(now, community)) throw new NotFound();
      authorize(now, communityPolicy, 'invite', community);
      const contact = contactMembershipId ? await tx.findOneBy(Membership, { id: contactMembershipId, communityId: community.id }) : null;
      if (contactMembershipId && (!contact || contact.id === newcomer.id))
        throw Invalid.field('contactMembershipId', 'NOT_A_MEMBER', 'Choose somebody else who is a member here.');
      await tx.upsert(
        WelcomeProgress,
        { membershipId: newcomer.id, welcomedAt: this.clock.now(), ...(contact && { contactMembershipId: contact.id, remindedAt: null }) },
        ['membershipId'],
      );
      const { personId, communityId: where } = newcomer;
      await this.events.publish(tx, 'communities.newcomer-welcomed', {
        communityId: where,
        personId,
        contactId: contact?.personId ?? null,
        byId: now.personId,
      });
      return where;
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
