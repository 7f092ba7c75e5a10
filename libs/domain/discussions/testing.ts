import { buildMembership } from '../communities/testing.js';
import { ConfidentialityLevel } from '#domain/communities';
import { plainToRichText } from '#content';
import type { WithDatabase } from '../people/testing.js';
import { firstPhaseOf, ThreadKind } from './kinds/thread-kind.js';
import { Post } from './post.entity.js';
import { rendered } from './post-text.js';
import { ThreadParticipant } from './thread-participant.entity.js';
import { ThreadStir } from './thread-stir.entity.js';
import { Thread } from './thread.entity.js';

/** A thread with its opening post. Makes a community and a member who starts it where they are not given. */
export async function buildThread(app: WithDatabase, overrides: Partial<Thread> & { text?: string } = {}): Promise<Thread> {
  const { manager } = app.database.dataSource;
  const { text = 'How do you find classrooms for evening courses?', ...columns } = overrides;
  const author =
    columns.communityId && columns.authorId
      ? { communityId: columns.communityId, personId: columns.authorId }
      : await buildMembership(app, {
          ...(columns.communityId ? { communityId: columns.communityId } : {}),
          ...(columns.authorId ? { personId: columns.authorId } : {}),
        });
  const at = columns.createdAt ?? new Date('2026-11-01T09:00:00Z');
  const thread = await manager.save(
    manager.create(Thread, {
      title: 'Classrooms for evening courses',
      level: ConfidentialityLevel.PUBLIC,
      kind: ThreadKind.DISCUSSION,
      phase: firstPhaseOf(columns.kind ?? ThreadKind.DISCUSSION),
      answerPostId: null,
      summaryVersion: 0,
      closedAt: null,
      createdAt: at,
      ...columns,
      communityId: author.communityId,
      authorId: author.personId,
      lastPostAt: at,
      lastPostById: author.personId,
      postCount: 0,
      participantCount: 0,
    }),
  );
  await buildPost(app, { threadId: thread.id, authorId: author.personId, createdAt: at, said: text });
  return manager.findOneByOrFail(Thread, { id: thread.id });
}

/** One more post of a thread, counted as the service would count it; its community counts as told. By the thread's author where no one else is given. */
export async function buildPost(app: WithDatabase, overrides: Partial<Post> & { said?: string } = {}): Promise<Post> {
  const { manager } = app.database.dataSource;
  const { said = 'We ask the library; they close late on Tuesdays.', ...columns } = overrides;
  const thread = columns.threadId ? await manager.findOneByOrFail(Thread, { id: columns.threadId }) : await buildThread(app);
  const authorId = columns.authorId ?? thread.authorId ?? '';
  const createdAt = columns.createdAt ?? new Date(thread.lastPostAt.getTime() + 60_000);
  const post = await manager.save(
    manager.create(Post, {
      reactionCounts: {},
      voice: null,
      phase: thread.phase,
      ...rendered(plainToRichText(said)),
      ...columns,
      threadId: thread.id,
      authorId,
      createdAt,
      position: thread.postCount + 1,
    }),
  );
  const voice = { threadId: thread.id, personId: authorId };
  const isNew = !(await manager.existsBy(ThreadParticipant, voice));
  if (isNew) await manager.insert(ThreadParticipant, { ...voice, postCount: 1, lastPostAt: createdAt });
  else await manager.increment(ThreadParticipant, voice, 'postCount', 1);
  await manager.update(
    Thread,
    { id: thread.id },
    {
      postCount: post.position,
      lastPostAt: createdAt,
      lastPostById: authorId,
      participantCount: thread.participantCount + (isNew ? 1 : 0),
    },
  );
  await manager.save(manager.create(ThreadStir, { threadId: thread.id, toldPosition: post.position }));
  return post;
}
