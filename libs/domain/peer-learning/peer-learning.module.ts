import { SessionsMerging } from './sessions.merging.js';
import { SessionsHandover } from './sessions.handover.js';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { NeedsModule } from '#domain/needs';
import { PeopleModule } from '#domain/people';
import { CalendarController } from './calendar.controller.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedsResolver } from './calendar-feeds.resolver.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { Calendars } from './calendars.service.js';
import { SessionGuestsResolver } from './guests/session-guests.resolver.js';
import { SessionGuests } from './guests/session-guests.service.js';
import { OffRecordConversation } from './off-record/off-record-conversation.entity.js';
import { OffRecordRemark } from './off-record/off-record-remark.entity.js';
import { OffRecordResolver } from './off-record/off-record.resolver.js';
import { OffRecord } from './off-record/off-record.service.js';
import { PeerLearningListeners } from './peer-learning.listeners.js';
import { ReminderMails } from './reminder-mails.js';
import { Reminders } from './reminders.service.js';
import { Seat } from './seat.entity.js';
import { SeatQueue } from './seat-queue.js';
import { SeatsResolver, SessionChangesResolver } from './seats.resolver.js';
import { Seats } from './seats.service.js';
import { SessionChange } from './session-change.entity.js';
import { SessionChanges } from './session-changes.service.js';
import { Session } from './session.entity.js';
import { SessionReminder } from './session-reminder.entity.js';
import { SessionSeries } from './session-series.js';
import { SessionsResolver } from './sessions.resolver.js';
import { Sessions } from './sessions.service.js';
import { SessionSupport } from './support/session-support.entity.js';
import { SessionSupportResolver } from './support/session-support.resolver.js';
import { SessionSupports } from './support/session-support.service.js';
import { TimeRules } from './time-rules.service.js';
import { keepsOfPeople } from '#platform/personal-data';
import { PEER_LEARNING_DATA } from './peer-learning.personal-data.js';
import { canBeFound } from '#platform/searchables';
import { SESSIONS_FOUND } from './peer-learning.searchables.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([OffRecordConversation, OffRecordRemark, SessionSupport]),
    TypeOrmModule.forFeature([Session, Seat, SessionChange, SessionReminder, CalendarFeed]),
    PeopleModule,
    CommunitiesModule,
    NeedsModule,
  ],
  controllers: [CalendarController],
  providers: [
    canBeFound(SESSIONS_FOUND),
    SessionsHandover,
    SessionsMerging,
    keepsOfPeople('peer-learning', PEER_LEARNING_DATA),
    Sessions,
    SessionChanges,
    Seats,
    SeatQueue,
    Calendars,
    CalendarFeeds,
    Reminders,
    ReminderMails,
    TimeRules,
    SessionGuests,
    SessionGuestsResolver,
    OffRecord,
    OffRecordResolver,
    PeerLearningListeners,
    SessionSeries,
    SessionsResolver,
    SessionSupports,
    SessionSupportResolver,
    SeatsResolver,
    SessionChangesResolver,
    CalendarFeedsResolver,
  ],
  exports: [Sessions, SessionChanges, Seats, Calendars],
})
export class PeerLearningModule {}
