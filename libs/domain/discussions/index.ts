import './discussions.events.js';

export { Announcements } from './announcements/announcements.service.js';
export { DiscussionsModule } from './discussions.module.js';
export { PostIsRemoved, ThreadIsClosed } from './discussions.errors.js';
export { Post } from './post.entity.js';
export { PostMention } from './post-mention.entity.js';
export { postPolicy, type PostFacts } from './post.policy.js';
export { ReactionKind } from './reaction.js';
export { Kinds } from './kinds/kinds.service.js';
export { ClinicPhase, ThreadKind } from './kinds/thread-kind.js';
export { Posts } from './posts.service.js';
export { Reading, readingKey } from './reading.service.js';
export { Signals } from './signals/signals.service.js';
export { Thread } from './thread.entity.js';
export { ThreadReading } from './thread-reading.entity.js';
export { threadPolicy, type ThreadFacts } from './thread.policy.js';
export { Threads } from './threads.service.js';
export { UnattributedPosts } from './unattributed/unattributed-posts.service.js';
