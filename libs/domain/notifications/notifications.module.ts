import { FeeListeners } from './fees.listeners.js';
import { WelcomeListeners } from './welcome.listeners.js';
import { SeatListeners } from './seats.listeners.js';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { DiscussionsModule } from '#domain/discussions';
import { PeerLearningModule } from '#domain/peer-learning';
import { PeopleModule } from '#domain/people';
import { GoverningListeners } from './governing.listeners.js';
import { GroupNotices } from './group-notices.js';
import { Home } from './home.service.js';
import { HomeResolver } from './home.resolver.js';
import { Inbox } from './inbox.service.js';
import { NoticeMails } from './notice-mails.js';
import { Notification, NotificationPreference } from './notification.entity.js';
import { GuestListeners } from './guests.listeners.js';
import { ExchangeListeners } from './exchange.listeners.js';
import { NoticesMerging } from './notices.merging.js';
import { ThreadKindsListeners } from './thread-kinds.listeners.js';
import { SearchListeners } from './search.listeners.js';
import { NotificationListeners } from './notifications.listeners.js';
import { NotificationsResolver, ViewerInboxResolver } from './notifications.resolver.js';
import { StopMailsController } from './stop-mails.controller.js';
import { keepsOfPeople } from '#platform/personal-data';
import { NOTIFICATIONS_DATA } from './notifications.personal-data.js';
import { forgets } from '#platform/retention';

@Module({
  imports: [
    TypeOrmModule.forFeature([Notification, NotificationPreference]),
    PeopleModule,
    CommunitiesModule,
    DiscussionsModule,
    PeerLearningModule,
  ],
  controllers: [StopMailsController],
  providers: [
    forgets({ kind: 'notices', usual: 180, least: 7, most: 730, statements: ['delete from notification where read_at < $1'] }),
    keepsOfPeople('notifications', NOTIFICATIONS_DATA),
    Inbox,
    NoticeMails,
    NotificationListeners,
    NoticesMerging,
    GroupNotices,
    SeatListeners,
    FeeListeners,
    WelcomeListeners,
    ExchangeListeners,
    SearchListeners,
    GoverningListeners,
    GuestListeners,
    ThreadKindsListeners,
    NotificationsResolver,
    ViewerInboxResolver,
    Home,
    HomeResolver,
  ],
})
export class NotificationsModule {}
