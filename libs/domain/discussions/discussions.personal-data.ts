import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RichTextDocument, RichTextNode } from '#content';
import { contentScope } from '#domain/communities';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { type Contribution, type DataSubject, PersonalData } from '#platform/personal-data';
import { Files } from '#platform/storage';
import { rendered } from './post-text.js';

const HOLDINGS: Contribution['holdings'] = [
  {
    column: 'thread.author_id',
    erased: 'KEEP',
    part: 'threads',
    download: `held.id, (select c.name from community c where c.id = held.community_id) as community, held.title, held.level, held.created_at as "createdAt"`,
    order: 'held.created_at',
  },
  { column: 'thread.last_post_by_id', erased: 'KEEP', why: 'The post is in the download.' },
  {
    column: 'post.author_id',
    erased: 'KEEP',
    part: 'posts',
    download: `held.id, held.thread_id as "threadId", held.body, held.html, held.created_at as "createdAt", held.edited_at as "editedAt", held.removed_at as "removedAt"`,
    order: 'held.created_at',
  },
  { column: 'post.removed_by_id', erased: 'KEEP', why: 'An act in office; it stands in the audit trail.' },
  {
    column: 'unattributed_author.person_id',
    erased: 'DELETE',
    part: 'unattributedPosts',
    download: `held.post_id as id, (select p.body from post p where p.id = held.post_id) as body, (select p.html from post p where p.id = held.post_id) as html`,
  },
  { column: 'post_mention.person_id', erased: 'DELETE', why: 'The words of others; they are listed under “where am I named”.' },
  {
    column: 'post_reaction.person_id',
    erased: 'DELETE',
    part: 'reactions',
    download: 'held.post_id as "postId", held.kind, held.reacted_at as "reactedAt"',
    order: 'held.reacted_at',
  },
  {
    column: 'audience_request.asked_by_id',
    erased: 'KEEP',
    part: 'questionsToAuthors',
    download:
      'held.thread_id as "threadId", held.purpose, held.from_level as "fromLevel", held.to_level as "toLevel", held.state, held.asked_at as "askedAt"',
    order: 'held.asked_at',
  },
  {
    column: 'audience_consent.person_id',
    erased: 'KEEP',
    part: 'consents',
    download:
      'held.state, (select r.thread_id from audience_request r where r.id = held.request_id) as "threadId", (select r.purpose from audience_request r where r.id = held.request_id) as purpose',
  },
  {
    column: 'signal_echo.person_id',
    erased: 'DELETE',
    part: 'signalsSeenToo',
    download: 'held.thread_id as "threadId", held.echoed_at as "echoedAt"',
    order: 'held.echoed_at',
  },
  {
    column: 'announcement_receipt.person_id',
    erased: 'DELETE',
    part: 'announcementsRead',
    download: 'held.thread_id as "threadId", held.confirmed_at as "confirmedAt"',
    order: 'held.confirmed_at',
  },
  {
    column: 'thread_summary.kept_by_id',
    erased: 'KEEP',
    part: 'summaries',
    download: 'held.thread_id as "threadId", held.version, held.agree, held.differ, held.open, held.decided, held.kept_at as "keptAt"',
    order: 'held.kept_at',
  },
  { column: 'thread_participant.person_id', erased: 'KEEP', why: 'Counted from the posts.' },
  {
    column: 'thread_reading.person_id',
    erased: 'DELETE',
    part: 'reading',
    download:
      'held.thread_id as "threadId", held.last_read_position as "lastReadPosition", held.last_read_at as "lastReadAt", held.is_followed as "isFollowed"',
  },
  {
    column: 'draft.person_id',
    erased: 'DELETE',
    part: 'drafts',
    download: 'held.subject, held.title, held.body, held.saved_at as "savedAt"',
  },
];

const SCOPE = contentScope('c', 't.level', 't.group_id', '$2', '$3');
const NAMED = `
  select 'THREAD', t.title, '/t/' || t.id, t.created_at from thread t join community c on c.id = t.community_id
   where t.author_id = $1 and t.level <> 'UNATTRIBUTED' and ${SCOPE}
  union all
  select 'POST', t.title, '/t/' || t.id || '#post-' || p.position, p.created_at from post p join thread t on t.id = p.thread_id join community c on c.id = t.community_id
   where p.author_id = $1 and p.position > 1 and p.removed_at is null and p.voice is null and ${SCOPE}
  union all
  select 'MENTION', t.title, '/t/' || t.id || '#post-' || p.position, p.created_at from post_mention m join post p on p.id = m.post_id
    join thread t on t.id = p.thread_id join community c on c.id = t.community_id
   where m.person_id = $1 and p.removed_at is null and ${SCOPE}`;

const EMPTY = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });
const TAKE_BACK: Statement = {
  name: 'personal-data.take-back-posts',
  text: `with no_answer as (update thread t set answer_post_id = null from post p where p.author_id = $1 and t.id = p.thread_id and t.answer_post_id = p.id)
         update post set body = $2, html = '', text = '', excerpt = '', removed_at = coalesce(removed_at, $3), removed_by_id = coalesce(removed_by_id, $1)
          where author_id = $1 returning id`,
};
const FORGET_REVISIONS: Statement = {
  name: 'personal-data.forget-revisions',
  text: `delete from post_revision where post_id = any($1::uuid[])`,
};
const FORGET_ALL_REVISIONS: Statement = {
  name: 'personal-data.forget-own-revisions',
  text: `delete from post_revision r using post p where p.id = r.post_id and p.author_id = $1`,
};
const MENTIONS: Statement = {
  name: 'personal-data.mentions',
  text: `select p.id, p.body from post_mention m join post p on p.id = m.post_id where m.person_id = $1`,
};
const REWRITE: Statement = {
  name: 'personal-data.rewrite-post',
  text: `update post set body = $2, html = $3, text = $4, excerpt = $5 where id = $1`,
};
const PICTURES: Statement = {
  name: 'personal-data.pictures',
  text: `select id from stored_file where owner_id = $1 and ($2 or audience = 'owner')`,
};

/** What discussions keep of a person; how their words are taken back, and their name out of the words of others. */
@Injectable()
export class DiscussionsPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.data.contribute('discussions', { holdings: HOLDINGS, named: NAMED, erase: (tx, person) => this.erase(tx, person) });
  }

  /**
   * What was said without a name stays in any case, and nothing ties it to anybody any more: removing it at this moment would tell whose it was.
   */
  private async erase(tx: Tx, person: DataSubject): Promise<void> {
    if (!person.keeps) {
      const posts = await this.database.run<{ id: string }>(tx, TAKE_BACK, [person.id, EMPTY, this.clock.now()]);
      await this.database.run(tx, FORGET_REVISIONS, [posts.map(({ id }) => id)]);
    } else await this.database.run(tx, FORGET_ALL_REVISIONS, [person.id]);
    await this.unname(tx, person.id);
    const pictures = await this.database.run<{ id: string }>(tx, PICTURES, [person.id, !person.keeps]);
    await this.files.remove(
      tx,
      pictures.map(({ id }) => id),
    );
  }

  private async unname(tx: Tx, personId: string): Promise<void> {
    for (const { id, body } of await this.database.run<{ id: string; body: RichTextDocument }>(tx, MENTIONS, [personId])) {
      const text = rendered(without(body, personId));
      await this.database.run(tx, REWRITE, [id, JSON.stringify(text.body), text.html, text.text, text.excerpt]);
    }
  }
}

/** The same text, in which a person is spoken to without their name. */
function without<Node extends RichTextNode>(node: Node, personId: string): Node {
  if (node.type === 'mention' && node.attrs?.['id'] === personId) return { ...node, attrs: { ...node.attrs, label: '…' } };
  return node.content ? { ...node, content: node.content.map((child) => without(child, personId)) } : node;
}
