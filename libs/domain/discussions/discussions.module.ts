import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { DiscussionsMerging } from './discussions.merging.js';
import { DiscussionsHandover } from './discussions.handover.js';
import { AnnouncementReceipt } from './announcements/announcement-receipt.entity.js';
import { AnnouncementsResolver } from './announcements/announcements.resolver.js';
import { Announcements } from './announcements/announcements.service.js';
import { AudienceConsent } from './audience/audience-consent.entity.js';
import { AudienceRequest } from './audience/audience-request.entity.js';
import { AudienceResolver } from './audience/audience.resolver.js';
import { Audience } from './audience/audience.service.js';
import { GuestThreadsResolver, ThreadGuestsResolver } from './guests/guest-threads.resolver.js';
import { GuestThreads } from './guests/guest-threads.service.js';
import { DiscussionsListeners } from './discussions.listeners.js';
import { Draft } from './draft.entity.js';
import { DraftsResolver } from './drafts.resolver.js';
import { Drafts } from './drafts.service.js';
import { KindsResolver } from './kinds/kinds.resolver.js';
import { Kinds } from './kinds/kinds.service.js';
import { MembershipUnreadResolver } from './membership-unread.resolver.js';
import { Mentions } from './mentions.service.js';
import { PostMention } from './post-mention.entity.js';
import { PostReaction } from './post-reaction.entity.js';
import { PostRevision } from './post-revision.entity.js';
import { Post } from './post.entity.js';
import { PostsResolver } from './posts.resolver.js';
import { Posts } from './posts.service.js';
import { ReadingResolver } from './reading.resolver.js';
import { Reading } from './reading.service.js';
import { SignalEcho } from './signals/signal-echo.entity.js';
import { SignalsResolver } from './signals/signals.resolver.js';
import { Signals } from './signals/signals.service.js';
import { Summaries } from './summary/summaries.service.js';
import { SummaryResolver } from './summary/summary.resolver.js';
import { ThreadSummary } from './summary/thread-summary.entity.js';
import { ThreadParticipant } from './thread-participant.entity.js';
import { ThreadReading } from './thread-reading.entity.js';
import { ThreadStir } from './thread-stir.entity.js';
import { Thread } from './thread.entity.js';
import { ThreadsResolver } from './threads.resolver.js';
import { Threads } from './threads.service.js';
import { UnattributedAuthor } from './unattributed/unattributed-author.entity.js';
import { UnattributedAuthors } from './unattributed/unattributed-authors.service.js';
import { UnattributedFloorChoice } from './unattributed/unattributed-floor.entity.js';
import { UnattributedFloor } from './unattributed/unattributed-floor.service.js';
import { UnattributedPosts } from './unattributed/unattributed-posts.service.js';
import { UnattributedInGroupResolver, UnattributedInThreadResolver, UnattributedResolver } from './unattributed/unattributed.resolver.js';
import { DiscussionsPersonalData } from './discussions.personal-data.js';
import { canBeFound } from '#platform/searchables';
import { POSTS_FOUND, THREADS_FOUND } from './discussions.searchables.js';

@Module({
  imports: [
    CommunitiesModule,
    TypeOrmModule.forFeature([Thread, Post, PostRevision, PostReaction, PostMention, ThreadParticipant, ThreadReading, ThreadStir, Draft]),
    TypeOrmModule.forFeature([UnattributedAuthor, UnattributedFloorChoice, AudienceRequest, AudienceConsent]),
    TypeOrmModule.forFeature([ThreadSummary, SignalEcho, AnnouncementReceipt]),
  ],
  providers: [
    canBeFound(THREADS_FOUND, POSTS_FOUND),
    DiscussionsHandover,
    DiscussionsMerging,
    DiscussionsPersonalData,
    Summaries,
    SummaryResolver,
    Kinds,
    KindsResolver,
    Signals,
    SignalsResolver,
    Announcements,
    AnnouncementsResolver,
    Threads,
    Posts,
    Reading,
    Drafts,
    Mentions,
    DiscussionsListeners,
    ThreadsResolver,
    PostsResolver,
    ReadingResolver,
    DraftsResolver,
    MembershipUnreadResolver,
    UnattributedAuthors,
    UnattributedFloor,
    UnattributedPosts,
    UnattributedResolver,
    Audience,
    AudienceResolver,
    GuestThreads,
    GuestThreadsResolver,
    ThreadGuestsResolver,
    UnattributedInGroupResolver,
    UnattributedInThreadResolver,
  ],
  exports: [Threads, Posts, Reading, UnattributedPosts, Kinds, Signals, Announcements, Summaries],
})
export class DiscussionsModule {}
