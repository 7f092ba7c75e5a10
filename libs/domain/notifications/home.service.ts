import { Injectable } from '@nestjs/common';
import { Communities } from '#domain/communities';
import { type Thread, Threads } from '#domain/discussions';
import { type Session, Sessions } from '#domain/peer-learning';
import { Organisations, People } from '#domain/people';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Ask, type AskKind, type HomePage } from './home.entity.js';
import { ASKS, NEXT_SESSION } from './home.queries.js';
import { NotificationKind } from './notification.enums.js';

interface AskRow {
  kind: AskKind;
  subjectId: string;
  communityId: string | null;
  title: string;
  detail: string | null;
  due: Date | null;
  path: string;
  actorId: string | null;
  organisationId: string | null;
}

/** Honest estimates, rounded up: reading included. */
const MINUTES: Record<AskKind, number> = {
  ANSWER_ENDORSEMENT: 3,
  REPLY_TO_MENTION: 2,
  TAKE_SEAT: 1,
  WRITE_POSITION: 3,
  ANSWER_JOIN_REQUEST: 1,
  ANSWER_INTRODUCTION: 2,
  COMPLETE_PROFILE: 1,
  JOIN_COMMUNITY: 2,
  READ_ANNOUNCEMENT: 1,
};

const BROUGHT_BY: Partial<Record<AskKind, NotificationKind>> = {
  ANSWER_ENDORSEMENT: NotificationKind.ENDORSEMENT_REQUESTED,
  REPLY_TO_MENTION: NotificationKind.MENTION,
  ANSWER_JOIN_REQUEST: NotificationKind.JOIN_REQUESTED,
  READ_ANNOUNCEMENT: NotificationKind.ANNOUNCEMENT,
  ANSWER_INTRODUCTION: NotificationKind.INTRODUCTION_ASKED,
};

/** A week's time for the platform, in minutes; what does not fit is left out and counted. */
const BUDGET_MINUTES = 10;

/** The page that says what needs one, and lets one go again. */
@Injectable()
export class Home {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly communities: Communities,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly threads: Threads,
    private readonly sessions: Sessions,
  ) {}

  async of(actor: Actor): Promise<HomePage> {
    const now = this.clock.now();
    const rows = await this.database.read<AskRow>(ASKS, [actor.personId, now]);
    const chosen = withinBudget(rows);
    return {
      asks: await this.asksOf(chosen),
      leftOutCount: rows.length - chosen.length,
      nextSession: await this.nextSession(actor, now),
      newThreads: await this.newThreads(actor),
    };
  }

  private async asksOf(rows: AskRow[]): Promise<Ask[]> {
    const idsOf = (key: 'communityId' | 'actorId' | 'organisationId') => [
      ...new Set(rows.map((row) => row[key]).filter((id) => id !== null)),
    ];
    const byId = async <T extends { id: string }>(batch: (ids: readonly string[]) => Promise<(T | null)[]>, ids: string[]) =>
      new Map((ids.length > 0 ? await batch(ids) : []).flatMap((thing) => (thing ? [[thing.id, thing] as const] : [])));
    const communities = await byId(this.communities.communitiesByIds, idsOf('communityId'));
    const people = await byId(this.people.peopleByIds, idsOf('actorId'));
    const organisations = await byId(this.organisations.organisationsByIds, idsOf('organisationId'));
    return rows.map((row) => ({
      id: `${row.kind}:${row.subjectId}:${row.organisationId ?? ''}`,
      kind: row.kind,
      minutes: MINUTES[row.kind],
      community: communities.get(row.communityId ?? '') ?? null,
      title: row.title,
      detail: row.detail,
      due: row.due,
      path: row.path,
      actor: people.get(row.actorId ?? '') ?? null,
      organisation: organisations.get(row.organisationId ?? '') ?? null,
      notificationKind: BROUGHT_BY[row.kind] ?? null,
    }));
  }

  private async nextSession(actor: Actor, now: Date): Promise<Session | null> {
    const [next] = await this.database.read<{ id: string }>(NEXT_SESSION, [actor.personId, now]);
    return next ? this.sessions.get(actor, next.id) : null;
  }

  private async newThreads(actor: Actor): Promise<Thread[]> {
    const newest = await this.threads.newest(actor, 20);
    return newest.filter((thread) => (thread.unreadCount ?? 0) > 0).slice(0, 6);
  }
}

/** In their order, as many as fit; always at least one. */
function withinBudget(rows: AskRow[]): AskRow[] {
  const chosen: AskRow[] = [];
  let minutes = 0;
  for (const row of rows) {
    if (chosen.length > 0 && minutes + MINUTES[row.kind] > BUDGET_MINUTES) continue;
    minutes += MINUTES[row.kind];
    chosen.push(row);
  }
  return chosen;
}
