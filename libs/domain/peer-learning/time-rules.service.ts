import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { instantOf } from './local-time.js';
import { Reminders } from './reminders.service.js';

const COMING: Statement = {
  name: 'time-rules.coming',
  text: `select id, local_start as "localStart", time_zone as "timeZone", starts_at as "startsAt" from session
          where state = 'SCHEDULED' and starts_at > $1 and id > $2 order by id limit 1000`,
};
const MOVE: Statement = {
  name: 'time-rules.move',
  text: `update session set starts_at = $3, ends_at = $3::timestamptz + duration_minutes * interval '1 minute', sequence = sequence + 1, updated_at = $4
          where id = $1 and starts_at = $2 returning id`,
};

interface Agreed {
  id: string;
  localStart: string;
  timeZone: string;
  startsAt: Date;
}

/**
 * States change their clocks, sometimes with a few weeks' notice. What was agreed is a wall clock in a zone; when an update of the server brings
 * new rules, the instants of coming sessions follow here, every night.
 */
@Injectable()
export class TimeRules implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reminders: Reminders,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define('peer-learning.follow-time-rules', () => this.follow(), '41 2 * * *');
  }

  /** Moves what the rules of today place at another instant; nobody changed anything, so nobody is told of a change. */
  async follow(): Promise<void> {
    const now = this.clock.now();
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const sessions = await this.database.read<Agreed>(COMING, [now, last]);
      for (const session of sessions) await this.followOne(session, now);
      const end = sessions.at(-1);
      if (!end || sessions.length < 1000) return;
      last = end.id;
    }
  }

  private async followOne({ id, localStart, timeZone, startsAt }: Agreed, now: Date): Promise<void> {
    const { instant } = instantOf(localStart, timeZone);
    if (instant.getTime() === startsAt.getTime()) return;
    await this.database.transaction(async (tx) => {
      const [moved] = await this.database.run(tx, MOVE, [id, startsAt, instant, now]);
      if (moved) await this.reminders.plan(tx, { id, startsAt: instant });
    });
  }
}
