import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Statement, type Tx } from '#platform/database';
import { Rooms } from '#platform/realtime';
import { type Merge, MergeStep, type MergeTally, Merging, type Mover } from './merging.js';
import { MergedThing } from './merging.enums.js';

/** `$1` is the community that ends, `$2` the one that goes on, as far as a statement needs them. */
const statement = (name: string, text: string): Statement => ({ name: `merging.${name}`, text });

const ORGANISATIONS = statement(
  'organisations',
  `insert into community_organisation (community_id, organisation_id, since)
   select $2, organisation_id, since from community_organisation where community_id = $1 on conflict do nothing`,
);
/** Whoever has a seat for the same organisation on both sides keeps the one they have. `$3` now */
const SEATS_TWICE = statement(
  'seats-twice',
  `with over as (
     update community_seat s set holder_id = null, held_since = null, offered_to_id = null, ended_at = $3
      where s.community_id = $1 and s.ended_at is null and exists (
        select from community_seat kept where kept.community_id = $2 and kept.holder_id = s.holder_id and kept.organisation_id = s.organisation_id)
     returning s.id)
   update seat_holding h set until = $3 from over where h.seat_id = over.id and h.until is null`,
);
/** `$3` whether mandates count there. Nobody answers for an organisation there who did not here. */
const SEATS = statement(
  'seats',
  `update community_seat set community_id = $2, has_mandate = has_mandate and $3::boolean where community_id = $1`,
);
/**
 * The groups that were there; their people and requests follow by the foreign key. Visible ones were known to the old community: they are hidden from the
 * other one until their keepers show them.
 */
const GROUPS = statement(
  'groups',
  `update community_group set community_id = $2, is_hidden = true, join_policy = 'BY_INVITATION' where community_id = $1`,
);

/** What took its members from the one that ends keeps those it has, and takes no others: they would read what they did not. */
const OWN_ROLLS = statement(
  'own-rolls',
  `update membership set is_inherited = false where is_inherited and community_id in (
     select id from community where circle_of_id = $1 or parent_id = $1 and inherits_members)`,
);
const PARTS = statement(
  'parts',
  `update community set parent_id = $2, circle_of_id = null, inherits_members = false where parent_id = $1 or circle_of_id = $1`,
);
const EARLIER = statement('earlier', `update community set merged_into_id = $2 where merged_into_id = $1`);
/** Partners that hold. Between the two there is nothing left to tie, and one partner is enough. */
const TIES = statement(
  'ties',
  `update community_tie t set community_id = case when t.community_id = $1 then $2 else t.community_id end,
     other_id = case when t.other_id = $1 then $2 else t.other_id end,
     proposed_from_id = case when t.proposed_from_id = $1 then $2 else t.proposed_from_id end
    where t.kind = 'PARTNER' and t.agreed_at is not null and $1 in (t.community_id, t.other_id) and $2 is distinct from t.other_id and $2 <> t.community_id
      and not exists (select from community_tie there where there.kind = 'PARTNER' and there.other_id is not null and t.other_id is not null
        and least(there.community_id, there.other_id) = least($2, case when t.community_id = $1 then t.other_id else t.community_id end)
        and greatest(there.community_id, there.other_id) = greatest($2, case when t.community_id = $1 then t.other_id else t.community_id end))`,
);
const TIES_OVER = statement('ties-over', `delete from community_tie where $1 in (community_id, other_id) and agreed_at is null`);
const TEMPLATES = statement('templates', `update template set owner_id = $2 where owner_id = $1`);
/** A word that is there on both sides has the definitions of both; what was agreed on there stays agreed. */
const WORDS_TWICE = statement(
  'words-twice',
  `with same as (
     select old.id, kept.id as kept_id from glossary_term old join glossary_term kept on kept.community_id = $2 and plain(kept.term) = plain(old.term)
      where old.community_id = $1)
   update glossary_definition d set term_id = same.kept_id from same where d.term_id = same.id`,
);
const WORDS_EMPTY = statement(
  'words-empty',
  `delete from glossary_term old where old.community_id = $1
     and exists (select from glossary_term kept where kept.community_id = $2 and plain(kept.term) = plain(old.term))`,
);
const WORDS = statement('words', `update glossary_term set community_id = $2 where community_id = $1`);
/** What was not taken up yet would lead into a community that nobody there has opened. */
const INVITATIONS = statement(
  'invitations',
  `update invitation set revoked_at = $2 where community_id = $1 and accepted_at is null and revoked_at is null`,
);
const LINKS = statement('links', `update invitation_link set revoked_at = $2 where community_id = $1 and revoked_at is null`);
const REQUESTS = statement(
  'requests',
  `update join_request set answered_at = $2, is_accepted = false where community_id = $1 and answered_at is null`,
);
/** They were let in among the people of the old community; those of the other one have not seen them. */
const GUESTS = statement(
  'guests',
  `update guest set ended_at = $2 where community_id = $1 and ended_at is null returning person_id as "personId"`,
);
const PROPOSALS = statement(
  'proposals',
  `update seat_proposal set answered_at = $2, is_accepted = false where community_id = $1 and answered_at is null`,
);
const HANDOVERS = statement(
  'handovers',
  `update handover set state = 'CLOSED', closed_at = $2 where community_id = $1 and state in ('BEGUN', 'OFFERED')`,
);
const COUNTED = statement(
  'counted',
  `update community c set member_count = (select count(*) from membership m where m.community_id = c.id),
     organisation_count = (select count(*) from community_organisation o where o.community_id = c.id) where c.id = $1`,
);
const NOTHING_LEFT = statement(
  'nothing-left',
  `update community set thread_count = 0, session_count = 0, position_count = 0 where id = $1`,
);

const count = (name: string, text: string) => statement(`count-${name}`, text);
const all = (part: 'intoCommunity' | 'stays', rows: string) =>
  `select ${part === 'stays' ? '0' : rows} as "intoCommunity", 0 as "intoGroup", ${part === 'stays' ? rows : '0'} as stays`;
/** Only from an open community: everybody could read it. From a closed one it stays where it is. */
const ifOpen = (table: string, column: string) =>
  `select count(*) filter (where $2)::int as "intoCommunity", 0 as "intoGroup", count(*) filter (where not $2::boolean)::int as stays
     from ${table} where ${column} = $1`;

/** What becomes of the tables of this module. */
@Injectable()
export class CommunitiesMovers implements OnModuleInit {
  constructor(
    private readonly merging: Merging,
    private readonly database: Database,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.people();
    this.family();
    this.words();
    this.doors();
    // What stays is read by those who read it: the old community keeps its roll as it was on the last day.
    this.merging.keep(
      'charter',
      'charter_agreement',
      'petition',
      'cohort',
      'community_start',
      'start_item',
      'join_question',
      'invitation_list',
      'fee',
      'fee_rule',
    );
    // What somebody needs was said to those who lead the old one; who leads the other is told anew.
    this.merging.keep('community_support', 'interpretation_need');
    this.merging.keep('welcome', 'welcome_contact', 'welcome_progress', 'group_membership', 'group_request', 'seat_holding');
    this.merging.define(
      'petition',
      this.counts({}, MergedThing.PETITIONS, all('stays', `(select count(*)::int from petition where community_id = $1)`)),
    );
  }

  private people(): void {
    // The roll itself is moved by MergedRoll, before everything else.
    this.merging.keep('membership');
    const step = MergeStep.PEOPLE;
    this.merging.define('community_organisation', { step, move: (tx, { fromId, intoId }) => this.run(tx, ORGANISATIONS, fromId, intoId) });
    const seats: Mover = {
      step,
      move: async (tx, { fromId, intoId, keepsRoles, now }) => {
        await this.run(tx, SEATS_TWICE, fromId, intoId, now);
        await this.run(tx, SEATS, fromId, intoId, keepsRoles);
      },
    };
    const seatsThere = `(select count(*)::int from community_seat where community_id = $1 and ended_at is null)`;
    this.merging.define('community_seat', this.counts(seats, MergedThing.SEATS, all('intoCommunity', seatsThere)));
    this.merging.define('community_group', {
      step: MergeStep.GROUPS,
      move: (tx, { fromId, intoId }) => this.run(tx, GROUPS, fromId, intoId),
    });
  }

  private family(): void {
    const parts: Mover = {
      step: MergeStep.GROUPS,
      move: async (tx, { fromId, intoId }) => {
        await this.run(tx, OWN_ROLLS, fromId);
        await this.run(tx, PARTS, fromId, intoId);
        await this.run(tx, EARLIER, fromId, intoId);
      },
    };
    const partsThere = `(select count(*)::int from community where parent_id = $1 and circle_of_id is null and merged_into_id is null and not is_unlisted)`;
    this.merging.define('community', this.counts(parts, MergedThing.PARTS, all('intoCommunity', partsThere)));
    const ties: Mover = {
      move: async (tx, { fromId, intoId, isOpen }) => {
        await this.run(tx, TIES_OVER, fromId);
        if (isOpen) await this.run(tx, TIES, fromId, intoId);
      },
    };
    const partners = `select count(*) filter (where $2)::int as "intoCommunity", 0 as "intoGroup", count(*) filter (where not $2::boolean)::int as stays
      from community_tie where kind = 'PARTNER' and agreed_at is not null and $1 in (community_id, other_id)`;
    this.merging.define('community_tie', this.counts(ties, MergedThing.PARTNERS, partners));
  }

  private words(): void {
    const templates: Mover = { move: async (tx, { fromId, intoId, isOpen }) => isOpen && this.run(tx, TEMPLATES, fromId, intoId) };
    this.merging.define('template', this.counts(templates, MergedThing.TEMPLATES, ifOpen('template', 'owner_id')));
    const glossary: Mover = {
      move: async (tx, { fromId, intoId, isOpen }) => {
        if (!isOpen) return;
        await this.run(tx, WORDS_TWICE, fromId, intoId);
        await this.run(tx, WORDS_EMPTY, fromId, intoId);
        await this.run(tx, WORDS, fromId, intoId);
      },
    };
    this.merging.define('glossary_term', this.counts(glossary, MergedThing.WORDS, ifOpen('glossary_term', 'community_id')));
  }

  private doors(): void {
    const over = (ended: Statement): Mover => ({ move: (tx, { fromId, now }) => this.run(tx, ended, fromId, now) });
    const open = `(select (select count(*) from invitation where community_id = $1 and accepted_at is null and revoked_at is null)
      + (select count(*) from invitation_link where community_id = $1 and revoked_at is null))::int`;
    this.merging.define('invitation', this.counts(over(INVITATIONS), MergedThing.INVITATIONS, all('stays', open)));
    this.merging.define('invitation_link', over(LINKS));
    this.merging.define('join_request', over(REQUESTS));
    this.merging.define('guest', {
      move: async (tx, { fromId, now }) => {
        const ended = (await this.run(tx, GUESTS, fromId, now)) as { personId: string | null }[];
        for (const { personId } of ended) if (personId) this.database.afterCommit(tx, () => this.rooms.recheck(personId));
      },
    });
    this.merging.define('seat_proposal', over(PROPOSALS));
    this.merging.define('handover', over(HANDOVERS));
    this.merging.define('community_week', {
      step: MergeStep.AFTERWARDS,
      move: async (tx, { fromId, intoId }: Merge) => {
        await this.run(tx, COUNTED, intoId);
        await this.run(tx, NOTHING_LEFT, fromId);
      },
    });
  }

  private counts(mover: Mover, thing: MergedThing, text: string): Mover {
    return { ...mover, count: { thing, tally: this.tally(count(thing.toLowerCase(), text), text.includes('$2')) } };
  }

  private tally(counted: Statement, asksOpen: boolean) {
    return async (fromId: string, isOpen: boolean): Promise<MergeTally> => {
      const [row] = await this.database.read<MergeTally>(counted, asksOpen ? [fromId, isOpen] : [fromId]);
      return row ?? { intoCommunity: 0, intoGroup: 0, stays: 0 };
    };
  }

  private run(tx: Tx, done: Statement, ...values: unknown[]): Promise<unknown[]> {
    return this.database.run(tx, done, values);
  }
}
