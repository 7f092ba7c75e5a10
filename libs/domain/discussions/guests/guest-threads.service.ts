import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { RichTextDocument, RichTextNode } from '#content';
import { Guests, GuestSubjects, isGuestAt } from '#domain/communities';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import { author } from '../authors.queries.js';
import { threadRoom } from '../discussions.rooms.js';
import { threadPolicy } from '../thread.policy.js';
import { Threads } from '../threads.service.js';
import type { GuestPost, GuestThread } from './guest-thread.answers.js';
import * as sql from './guest-threads.queries.js';

const USUAL_PAGE = 50;
const guestRoom = (threadId: string): string => `guest-thread:${threadId}`;

/**
 * Guests have a road of their own to the one thread they are let into, and are nobody on every other: what is said without a name, what was said before they
 * were invited, pictures, members and numbers are not on it. Their room is told ids alone.
 */
@Injectable()
export class GuestThreads implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly guests: Guests,
    private readonly subjects: GuestSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.define('THREAD', {
      admit: async (tx, actor, id) => {
        authorize(actor, threadPolicy, 'admitGuest', await this.threads.find(actor, id));
        const [admitted] = await this.database.run<{ communityId: string; afterPosition: number }>(tx, sql.ADMIT, [id]);
        if (!admitted) throw new NotFound();
        return admitted;
      },
      tell: (tx, id) => this.rooms.tell(tx, threadRoom(id), 'thread-changed', { __typename: 'Thread', id }),
      titles: this.titles,
    });
    this.rooms.define('guest-thread', async (actor, id) => isUUID(id) && (await this.find(actor, id)) !== null);
    const stirred = (events: { payload: { threadId: string; authorId?: string | null } }[]) =>
      // Of a voice without a name a guest does not even learn that it spoke.
      this.stir(events.filter(({ payload }) => payload.authorId !== null).map(({ payload }) => payload.threadId));
    this.events.listenMany('discussions.post-added', 'discussions.stir-guests', stirred);
    for (const event of ['post-edited', 'post-removed', 'post-restored', 'thread-closed', 'thread-reopened', 'thread-renamed'] as const)
      this.events.listenMany(`discussions.${event}`, 'discussions.stir-guests', stirred);
  }

  /** @throws NotFound to everyone but its guests */
  async get(actor: Actor, threadId: string): Promise<GuestThread> {
    const thread = await this.find(actor, uuid(threadId));
    if (!thread) throw new NotFound();
    return thread;
  }

  /** What was said with a name since the guest was invited, in order. */
  async posts({ id, afterPosition }: GuestThread, { first = USUAL_PAGE, after }: PageArgs): Promise<Page<GuestPost>> {
    const from = Math.max(afterPosition, Number(decodeCursor(after, ['number'])?.[0] ?? 0));
    const rows = await this.database.read<sql.GuestPostRow>(sql.GUEST_POSTS, [id, Math.min(from, 2_000_000_000), first + 1]);
    return pageOf(rows.map(postOf), first, ({ position }) => encodeCursor(position), after !== undefined && after !== null);
  }

  private async find(actor: Actor, threadId: string): Promise<GuestThread | null> {
    if (!isGuestAt(actor, 'THREAD', threadId, null)) return null;
    const [row] = await this.database.read<GuestThread>(sql.GUEST_THREAD, [actor.personId, threadId, this.clock.now()]);
    return row ?? null;
  }

  private async stir(threadIds: string[]): Promise<void> {
    if (threadIds.length === 0) return;
    const open = await this.guests.withGuests([...new Set(threadIds)]);
    if (open.length === 0) return;
    await this.database.transaction((tx) =>
      this.rooms.tellAll(
        tx,
        open.toSorted().map((id) => ({ room: guestRoom(id), kind: 'thread-stirred', payload: { id } })),
      ),
    );
  }

  private readonly titles: Batch<string, string> = async (ids) => {
    const rows = await this.database.read<{ id: string; title: string }>(sql.TITLES, [ids]);
    return ids.map((id) => rows.find((row) => row.id === id)?.title ?? null);
  };
}

const postOf = (row: sql.GuestPostRow): GuestPost => ({
  id: row.id,
  position: row.position,
  author: author(row.author_id, row.author_name, row.author_headline, row.author_picture, row.author_is_demo),
  body: withoutPictures(row.body),
  createdAt: row.created_at,
  editedAt: row.edited_at,
});

/** Pictures are for those who may read the whole thread; a guest gets the words that stand for them. */
function withoutPictures(body: RichTextDocument): RichTextDocument {
  const replaced = (node: RichTextNode): RichTextNode => {
    if (node.type === 'image') {
      const words = String(node.attrs?.['alt'] ?? '');
      return { type: 'paragraph', ...(words && { content: [{ type: 'text', text: `[${words}]` }] }) };
    }
    return node.content ? { ...node, content: node.content.map(replaced) } : node;
  };
  return { ...body, content: body.content?.map(replaced) } as RichTextDocument;
}
