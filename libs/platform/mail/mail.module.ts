import { Global, Module } from '@nestjs/common';
import { Mailbox } from './mailbox.js';
import { MailboxController } from './mailbox.controller.js';
import { Mailer } from './mailer.js';
import { MailLogResolver } from './mail-log.resolver.js';
import { MailLog } from './mail-log.js';
import { PostOffice } from './post-office.js';

@Global()
@Module({
  controllers: [MailboxController],
  providers: [Mailer, Mailbox, MailLog, MailLogResolver, PostOffice],
  exports: [Mailer, Mailbox],
})
export class MailModule {}
