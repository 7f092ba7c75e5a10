export { Mailer } from './mailer.js';
export { Mailbox, type KeptMail } from './mailbox.js';
export { MailModule } from './mail.module.js';
export { mailAddress, maskedAddress, normalMailAddress } from './mail-address.js';
export { directionOf, type ComposeMail, type MailBlock, type MailContent, type MailEnvelope, type OutgoingMail } from './mail.js';
