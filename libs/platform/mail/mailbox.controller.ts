import { Controller, Get, Header, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '#platform/config';
import { Mailbox } from './mailbox.js';
import { mailboxCss, mailboxPage } from './mailbox-page.js';
import { mailboxIsOpen } from './mailer.js';

const FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups; frame-ancestors 'self'";
const PAGE_POLICY = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** `/dev/mail`: where mails land without a mail server. */
@Controller('dev')
export class MailboxController {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly config: Config,
  ) {}

  @Get('mail')
  async page(@Res() reply: FastifyReply, @Query('to') to?: string): Promise<void> {
    this.checkOpen();
    const mails = await this.mailbox.list(this.addressOf(to));
    await reply
      .header('content-security-policy', PAGE_POLICY)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(mailboxPage(mails, this.addressOf(to)));
  }

  @Get('mail.css')
  async styles(@Res() reply: FastifyReply): Promise<void> {
    this.checkOpen();
    await reply.type('text/css; charset=utf-8').send(mailboxCss);
  }

  @Get('mail.json')
  @Header('cache-control', 'no-store')
  async json(@Query('to') to?: string) {
    this.checkOpen();
    return this.mailbox.list(this.addressOf(to));
  }

  @Get('mail/:id/html')
  async html(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    this.checkOpen();
    const mail = await this.mailbox.find(id);
    if (!mail) throw new NotFoundException();
    await reply
      .header('content-security-policy', FRAME_POLICY)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(mail.html);
  }

  private checkOpen(): void {
    if (!mailboxIsOpen(this.config)) throw new NotFoundException();
  }

  /** A query may repeat a name or hold a NUL, which Postgres refuses. */
  private addressOf(to: unknown): string | undefined {
    return typeof to === 'string' && to !== '' ? to.replaceAll('\0', '') : undefined;
  }
}
