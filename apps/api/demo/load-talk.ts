import { ConfidentialityLevel } from '#domain/communities';
import {
  Announcements,
  ClinicPhase,
  Kinds,
  Posts,
  Reading,
  ReactionKind,
  Signals,
  Summaries,
  ThreadKind,
  Threads,
  UnattributedPosts,
} from '#domain/discussions';
import { plainToRichText } from '#content';
import { Config } from '#platform/config';
import { people } from './cast.js';
import type { Stage } from './load-demo.js';
import { type DemoPost, type DemoThread, threads as talk } from './talk.js';
import { purposeful } from './talk-with-purpose.js';

const threads = [...talk, ...purposeful];

interface Told {
  threadId: string;
  postIds: string[];
}

const told = new Map<string, Told>();
const HOUR = 3_600_000;
/** Who has read everything up to this many hours ago; the rest have read nothing since. */
const READERS: Record<string, number> = { leyla: 60, ines: 4, marek: 30, fatou: 30, tomas: 12 };

const withMentions = (stage: Stage, text: string): string =>
  text.replaceAll(/@\[(\w+)\]/g, (_, key: string) => `@[${people.find((person) => person.key === key)?.name}](${stage.personId(key)})`);

/** The posts of a stretch of time, in the order in which they were written. */
export async function loadTalk(stage: Stage, { before, from }: { before?: Date; from?: Date }): Promise<void> {
  const writtenAt = (post: DemoPost) => new Date(stage.now.getTime() - post.hoursAgo * HOUR);
  const due = threads
    .flatMap((thread) => thread.posts.map((post, at) => ({ thread, post, at, when: writtenAt(post) })))
    .filter(({ when }) => (!before || when < before) && (!from || when >= from))
    .sort((a, b) => a.when.getTime() - b.when.getTime());
  const key = (thread: (typeof threads)[number]) => `${thread.community}: ${thread.title}`;
  for (const { thread, post, at, when } of due) {
    stage.clock.show(when);
    const actor = await stage.actor(post.by);
    const body = plainToRichText(withMentions(stage, post.text));
    const known = told.get(key(thread));
    if (known && post.movesTo) {
      const giver = await stage.actor(thread.posts[0]?.by ?? post.by);
      await stage.app.get(Kinds).moveClinic(giver, { threadId: known.threadId, phase: ClinicPhase[post.movesTo] });
    }
    if (at === 0 || !known) {
      const started = await stage.app.get(Threads).start(actor, {
        communityId: stage.communityId(thread.community),
        title: thread.title,
        level: ConfidentialityLevel[thread.level],
        kind: ThreadKind[thread.kind ?? 'DISCUSSION'],
        body,
      });
      const { nodes } = await stage.app.get(Posts).list(actor, await stage.app.get(Threads).get(actor, started.id), { first: 1 });
      told.set(key(thread), { threadId: started.id, postIds: nodes.map((node) => node.id) });
    } else {
      const replyToId = post.replyTo ? known.postIds[post.replyTo - 1] : undefined;
      const input = { threadId: known.threadId, body, ...(replyToId ? { replyToId } : {}) };
      const reply = post.isUnattributed
        ? await stage.app.get(UnattributedPosts).reply(actor, input)
        : await stage.app.get(Posts).reply(actor, input);
      known.postIds.push(reply.id);
    }
    await react(stage, post, told.get(key(thread))?.postIds.at(-1) ?? '');
  }
  if (from) await finish(stage, key);
}

async function react(stage: Stage, post: DemoPost, postId: string): Promise<void> {
  for (const [kind, by] of Object.entries(post.reactions ?? {})) {
    for (const person of by) {
      await stage.app
        .get(Posts)
        .react(await stage.actor(person), { postId, kind: ReactionKind[kind as keyof typeof ReactionKind], on: true });
    }
  }
}

/** The parts as rich texts, in which `[3]` leads to the third post. */
const withSources = (stage: Stage, threadId: string, parts: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parts).map(([part, text]) => {
      const content = text.split(/(\[\d+\])/).flatMap((piece) => {
        const position = /^\[(\d+)\]$/.exec(piece)?.[1];
        if (!position) return piece ? [{ type: 'text', text: piece }] : [];
        const href = `${stage.app.get(Config).baseUrl}/t/${threadId}#post-${position}`;
        return [{ type: 'text', text: position, marks: [{ type: 'link', attrs: { href } }] }];
      });
      return [part, { type: 'doc', content: [{ type: 'paragraph', content }] }];
    }),
  );

/** What its purpose brings: an answer, others who see it too, those who have read it. */
async function fulfil(stage: Stage, thread: DemoThread, threadId: string, postIds: string[]): Promise<void> {
  for (const [version, { by, hoursAgo, seenBy = [], ...parts }] of (thread.summaries ?? []).entries()) {
    stage.clock.show(new Date(stage.now.getTime() - hoursAgo * HOUR));
    await stage.app.get(Summaries).keep(await stage.actor(by), { threadId, baseVersion: version, ...withSources(stage, threadId, parts) });
    for (const person of [by, ...seenBy])
      await stage.app.get(Reading).markRead(await stage.actor(person), { threadId, position: 0, summaryVersion: version + 1 });
  }
  const answer = postIds[thread.posts.findIndex((post) => post.isAnswer)];
  const asker = thread.posts[0]?.by;
  if (answer && asker) await stage.app.get(Kinds).markAnswer(await stage.actor(asker), { threadId, postId: answer, on: true });
  for (const person of thread.seenToo ?? []) await stage.app.get(Signals).echo(await stage.actor(person), { threadId, on: true });
  for (const person of thread.readBy ?? []) await stage.app.get(Announcements).confirm(await stage.actor(person), { threadId });
}

/** Closes what is closed, and remembers who has read how far. */
async function finish(stage: Stage, key: (thread: (typeof threads)[number]) => string): Promise<void> {
  for (const thread of threads) {
    const { threadId } = told.get(key(thread)) ?? { threadId: '' };
    const first = thread.posts[0];
    await fulfil(stage, thread, threadId, told.get(key(thread))?.postIds ?? []);
    if (thread.isClosed && first) await stage.app.get(Threads).close(await stage.actor(first.by), { threadId });
    for (const [reader, hoursAgo] of Object.entries(READERS)) {
      const actor = await stage.actor(reader);
      if (!actor.isMemberOf(stage.communityId(thread.community))) continue;
      const position = thread.posts.filter((post) => post.hoursAgo >= hoursAgo).length;
      if (position === 0) continue;
      stage.clock.show(new Date(stage.now.getTime() - hoursAgo * HOUR));
      await stage.app.get(Reading).markRead(actor, { threadId, position });
    }
  }
  told.clear();
}
