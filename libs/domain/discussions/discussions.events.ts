import type { ThreadKind } from './kinds/thread-kind.js';

declare module '#platform/events' {
  interface EventPayloads {
    /** A conversation began; `postId` is its opening post. */
    'discussions.thread-started': ThreadStarted & { kind: ThreadKind };
    /** A reply was marked as the answer to a question. */
    'discussions.answer-marked': AnswerMarked;
    /** So many members say now that they see what a signal tells, too. */
    'discussions.signal-echoed': SignalEchoed;
    /** Somebody replied. */
    'discussions.post-added': PostAdded;
    /** A post was rewritten. */
    'discussions.post-edited': PostEdited;
    'discussions.post-removed': PostRemoved;
    'discussions.post-restored': PostRemoved;
    'discussions.thread-closed': ThreadTurned;
    'discussions.thread-reopened': ThreadTurned;
    'discussions.thread-renamed': ThreadTurned;
    /** Authors are asked whether more people may read their thread. Only those who are named: voices see it where nobody else does. */
    'discussions.audience-asked': AudienceTold & { personIds: string[] };
    /** All agreed, one refused, or it was taken back. */
    'discussions.audience-decided': AudienceTold;
  }
}

export interface AudienceTold {
  requestId: string;
  threadId: string;
  communityId: string;
  askedById: string;
}

interface PostTold {
  threadId: string;
  postId: string;
  communityId: string;
  /** Null when it is unattributed. */
  authorId: string | null;
}

/** Members only: a mention of anyone else is not kept. */
export interface ThreadStarted extends PostTold {
  mentionedIds: string[];
}

export interface PostAdded extends ThreadStarted {
  position: number;
  /** Author of the post that it answers, where that one is named. */
  replyToAuthorId: string | null;
}

export interface PostEdited extends PostTold {
  /** Those whom the earlier text did not mention. */
  newlyMentionedIds: string[];
}

export interface PostRemoved extends PostTold {
  /** Who removed it or brought it back; null when the author of an unattributed post did. */
  byId: string | null;
}

export interface AnswerMarked {
  threadId: string;
  postId: string;
  communityId: string;
  /** Null when who asked without a name did. */
  byId: string | null;
}

export interface SignalEchoed {
  threadId: string;
  communityId: string;
  people: number;
}

export interface ThreadTurned {
  threadId: string;
  communityId: string;
  /** Who did it; null when the author of an unattributed thread did. */
  byId: string | null;
}
