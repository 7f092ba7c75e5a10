import { Injectable, type OnModuleInit } from '@nestjs/common';
import { People } from '#domain/people';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Events } from '#platform/events';
import { Jobs } from '#platform/jobs';
import { Mailer } from '#platform/mail';
import type { Session } from './session.entity.js';

const QUEUE = 'peer-learning.remind';
/** Kind of the mail; written by ReminderMails. */
export const REMINDER_MAIL = 'peer-learning.reminder';
const AHEAD_MS = 24 * 3_600_000;

/** A planned reminder: of this session, if it still starts then. */
export interface PlannedReminder {
  sessionId: string;
  startsAt: string;
}

const STANDING: Statement = {
  name: 'reminders.standing',
  text: `select community_id as "communityId" from session where id = $1 and state = 'SCHEDULED' and starts_at = $2 and starts_at > $3`,
};
const TO_REMIND: Statement = {
  name: 'reminders.to-remind',
  text: `select s.person_id as "personId" from seat s
          where s.session_id = $1 and s.state = 'TAKEN'
            and not exists (select from session_reminder r where r.session_id = s.session_id and r.person_id = s.person_id and r.starts_at = $2)
          order by s.arrival`,
};
const MARK: Statement = {
  name: 'reminders.mark',
  text: `insert into session_reminder (session_id, person_id, starts_at, sent_at)
         select $1, person_id, $3, $4 from seat where session_id = $1 and person_id = $2 and state = 'TAKEN' on conflict do nothing returning true as marked`,
};

/** Reminds those with a seat a day before, once per seat and start. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define<PlannedReminder>(QUEUE, (planned) => this.remind(planned));
  }

  /** For each start that was agreed. An earlier plan finds the start changed and stays silent; what starts within a day needs no reminder. */
  async plan(tx: Tx, { id, startsAt }: Pick<Session, 'id' | 'startsAt'>): Promise<void> {
    const at = new Date(startsAt.getTime() - AHEAD_MS);
    if (at <= this.clock.now()) return;
    await this.jobs.send(tx, QUEUE, { sessionId: id, startsAt: startsAt.toISOString() } satisfies PlannedReminder, { startAfter: at });
  }

  /** The planned moment has come. May run twice, or after a crash in the middle: the mark and the mail are written together, once. */
  async remind({ sessionId, startsAt }: PlannedReminder): Promise<void> {
    const [session] = await this.database.read<{ communityId: string }>(STANDING, [sessionId, startsAt, this.clock.now()]);
    if (!session) return;
    const due = await this.database.read<{ personId: string }>(TO_REMIND, [sessionId, startsAt]);
    for (const { personId } of due) await this.remindOne(sessionId, session.communityId, personId, startsAt);
  }

  private async remindOne(sessionId: string, communityId: string, personId: string, startsAt: string): Promise<void> {
    const [person] = await this.people.peopleByIds([personId]);
    if (!person) return;
    await this.database.transaction(async (tx) => {
      const [mark] = await this.database.run(tx, MARK, [sessionId, personId, startsAt, this.clock.now()]);
      if (!mark) return;
      const params = { sessionId, personId, startsAt };
      await this.mailer.send(tx, {
        kind: REMINDER_MAIL,
        to: person.email,
        language: person.language,
        params,
        expiresAt: new Date(startsAt),
      });
      await this.events.publish(tx, 'peer-learning.session-is-near', { sessionId, communityId, personId });
    });
  }
}
