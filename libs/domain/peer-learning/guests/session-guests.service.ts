import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GuestSubjects } from '#domain/communities';
import { authorize, type Batch } from '#platform/auth';
import { Database, type Statement } from '#platform/database';
import { Rooms } from '#platform/realtime';
import type { Session } from '../session.entity.js';
import { sessionPolicy } from '../session.policy.js';
import { Sessions } from '../sessions.service.js';

const TITLES: Statement = {
  name: 'session-guests.titles',
  text: `select id, title from session where id = any($1::uuid[]) and group_id is null`,
};

/** Guests of one session: they see its page and its link and attend without a seat, so that they are in nobody's count. */
@Injectable()
export class SessionGuests implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly rooms: Rooms,
    private readonly sessions: Sessions,
    private readonly subjects: GuestSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.define('SESSION', {
      admit: async (tx, actor, id) => {
        const session = await this.sessions.lock(tx, actor, id);
        authorize(actor, sessionPolicy, 'admitGuest', session && this.sessions.subjectOf(session));
        return { communityId: (session as Session).communityId, afterPosition: 0 };
      },
      tell: (tx, id) => this.rooms.tell(tx, `session:${id}`, 'guests-changed', { id }),
      titles: this.titles,
    });
  }

  private readonly titles: Batch<string, string> = async (ids) => {
    const rows = await this.database.read<{ id: string; title: string }>(TITLES, [ids]);
    return ids.map((id) => rows.find((row) => row.id === id)?.title ?? null);
  };
}
