import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Communities, type Community, MembershipRole, MembershipRoll, Merging, reaches } from '#domain/communities';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { csvOf } from '#platform/csv';
import { Database } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { MIXES, WISHES } from '../health/health.queries.js';
import { type CountedShare, mixesOf, type Wish } from '../health/mixes.js';
import type { CommunityReport, ReportItem, ReportNumbers } from './community-report.js';
import { flowOf, hiddenMonths, unlessFew } from './hidden.js';
import { type Period, periodOf } from './period.js';
import { LAST_VERSION, NOTES, NUMBERS, REPORT_ITEMS, REPORT_MONTHS } from './report.queries.js';
import { ReportNote } from './report-note.entity.js';
import type { WriteReportNoteInput } from './report.inputs.js';

interface MonthRow {
  begins: Date;
  joined: number;
  left: number;
  threads: number;
  replies: number;
  sessions: number;
}
type NumbersRow = { [Key in keyof ReportNumbers]: number };

const HEADS: Record<keyof ReportNumbers, string> = {
  membersBefore: 'Members before',
  membersAfter: 'Members after',
  joined: 'Newcomers',
  left: 'Leavers',
  organisationsBefore: 'Organisations before',
  organisationsAfter: 'Organisations after',
  sessions: 'Sessions held',
  cancelled: 'Sessions cancelled',
  seats: 'Seats taken',
  participants: 'Different participants',
  threads: 'New discussions',
  replies: 'Replies',
  writers: 'Different writers',
  needs: 'Needs raised',
  answeredNeeds: 'Needs answered by a session',
  positions: 'Positions begun',
  adopted: 'Positions adopted',
  published: 'Positions published',
  endorsements: 'Endorsements',
  offers: 'Offers and asks to members',
  groups: 'Groups',
};
const MONTH_HEAD = ['Month', 'Newcomers', 'Leavers', 'New discussions', 'Replies', 'Sessions held'];

/** A period of a community in numbers and the coordinators' words: for those who answer for it, and whom they show it to. */
@Injectable()
export class Reports implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly merging: Merging,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.merging.keep('report_note');
  }

  /** For coordinators, also the last ones of an archived community. @throws NotFound, Forbidden, Invalid */
  async of(actor: Actor, communityId: string, from: string, until: string): Promise<CommunityReport> {
    const period = periodOf(from, until);
    const community = await this.communities.get(actor, communityId);
    if (!mayRead(actor, community)) throw new Forbidden();
    return this.write(actor, community, period);
  }

  /** The same as a table. Its heads are English, as those of all tables. */
  async csv(actor: Actor, communityId: string, from: string, until: string): Promise<string> {
    const { numbers, months } = await this.of(actor, communityId, from, until);
    const cell = (count: number | null) => count ?? '1–4';
    const keys = Object.keys(HEADS) as (keyof ReportNumbers)[];
    return csvOf([
      ['From', from],
      ['Until', until],
      [],
      ...keys.map((key) => [HEADS[key], cell(numbers[key])]),
      [],
      MONTH_HEAD,
      ...months.map(({ begins, joined, left, threads, replies, sessions }) => [
        begins.toISOString().slice(0, 7),
        cell(joined),
        cell(left),
        threads,
        replies,
        sessions,
      ]),
    ]);
  }

  /** @throws NotFound, Forbidden */
  async note(actor: Actor, { communityId, year, text, mutationKey }: WriteReportNoteInput): Promise<ReportNote> {
    const { id } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, communityId);
        if (!community || !now.isMemberOf(community.id)) throw new NotFound();
        if (!mayWrite(now, community)) throw new Forbidden();
        const [last] = await this.database.run<{ version: number }>(tx, LAST_VERSION, [communityId, year]);
        const version = (last?.version ?? 0) + 1;
        return tx.save(
          tx.create(ReportNote, { communityId, year, version, text, writtenById: actor.personId, writtenAt: this.clock.now() }),
        );
      },
      (again) => Promise.resolve({ id: again }),
    );
    const note = await this.database.dataSource.manager.findOne(ReportNote, { where: { id }, relations: { writtenBy: true } });
    if (!note) throw new NotFound();
    return Object.assign(note, { writtenByName: note.writtenBy?.name ?? null });
  }

  private async write(actor: Actor, community: Community, period: Period): Promise<CommunityReport> {
    const { from, until, begins, ends } = period;
    const now = this.clock.now();
    const values = [community.id, begins, ends, now];
    const [counted] = await this.database.read<NumbersRow>(NUMBERS, values);
    const months = await this.database.read<MonthRow>(REPORT_MONTHS, values);
    const items = await this.database.read<ReportItem & { kind: 'POSITION' | 'SESSION' }>(REPORT_ITEMS, values);
    const mix = await this.database.read<CountedShare>(MIXES, [community.id]);
    const wishes = await this.database.read<Wish>(WISHES, [community.id]);
    const notes = await this.database.read<ReportNote>(NOTES, [community.id, Number(until.slice(0, 4))]);
    if (!counted) throw new NotFound();
    return {
      id: `${community.id} ${from} ${until}`,
      from,
      until,
      isOpen: ends > now,
      numbers: {
        ...counted,
        ...flowOf(counted.joined, counted.left),
        participants: unlessFew(counted.participants),
        writers: unlessFew(counted.writers),
      },
      months: hiddenMonths(months),
      missing: mixesOf(mix, wishes).flatMap(({ mix: of, shares }) =>
        shares.flatMap(({ key, wishedPercent, isMissing }) =>
          isMissing && wishedPercent !== null ? [{ mix: of, key, wishedPercent }] : [],
        ),
      ),
      publishedPositions: items.filter(({ kind }) => kind === 'POSITION'),
      openSessions: items.filter(({ kind }) => kind === 'SESSION'),
      notes,
      viewerMayWrite: mayWrite(actor, community),
    };
  }
}

const mayRead = (actor: Actor, { id }: Community): boolean => reaches(actor.standingIn(id), MembershipRole.COORDINATOR);
const mayWrite = (actor: Actor, { id }: Community): boolean => reaches(actor.roleIn(id), MembershipRole.COORDINATOR);
