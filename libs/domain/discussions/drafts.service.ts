import { Injectable } from '@nestjs/common';
import { Communities, communityPolicy, groupPolicy, Groups } from '#domain/communities';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { Draft } from './draft.entity.js';
import { SUBJECT, type SaveDraftInput } from './drafts.inputs.js';
import { readBody } from './post-text.js';
import { Threads } from './threads.service.js';

/** $1 person, $2 subject, $3 title, $4 body, $5 now. The last one written stays: a slow request from before may come late. */
const SAVE: Statement = {
  name: 'drafts.save',
  text: `insert into draft (person_id, subject, title, body, saved_at) values ($1, $2, $3, $4, $5)
    on conflict (person_id, subject) do update set title = excluded.title, body = excluded.body, saved_at = excluded.saved_at
    where draft.saved_at <= excluded.saved_at`,
};

/** Texts that are not sent yet. Every statement here names the actor: no one else ever reads them. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly communities: Communities,
    private readonly groups: Groups,
    private readonly threads: Threads,
  ) {}

  /** Null when there is none. */
  async find(actor: Actor, subject: string): Promise<Draft | null> {
    if (!SUBJECT.test(subject)) return null;
    return this.database.dataSource.manager.findOneBy(Draft, { personId: actor.personId, subject });
  }

  /** Only of what one may read: nobody fills our disk with drafts of nothing. */
  async save(actor: Actor, input: SaveDraftInput): Promise<Draft> {
    const [, kind, id = ''] = SUBJECT.exec(input.subject) ?? [];
    if (kind === 'thread') await this.threads.get(actor, id);
    else if (kind === 'group') authorize(actor, groupPolicy, 'readContent', await this.groups.get(actor, id));
    else authorize(actor, communityPolicy, 'readContent', await this.communities.get(actor, id));
    const body = readBody(input.body, { nonEmpty: false });
    const draft = { personId: actor.personId, subject: input.subject, title: input.title || null, body, savedAt: this.clock.now() };
    await this.database.read(SAVE, [draft.personId, draft.subject, draft.title, draft.body, draft.savedAt]);
    return Object.assign(new Draft(), draft);
  }

  /** Whether there was one. */
  async discard(actor: Actor, subject: string): Promise<boolean> {
    if (!SUBJECT.test(subject)) return false;
    const { affected } = await this.database.dataSource.manager.delete(Draft, { personId: actor.personId, subject });
    return (affected ?? 0) > 0;
  }
}
