import { Controller, Get, Header, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotFound } from '#platform/errors';
import { Inbox } from './inbox.service.js';
import { NoticeMails } from './notice-mails.js';
import { NotificationKind } from './notification.enums.js';
import { noticeTextsIn } from './notice-texts.js';

const page = (language: string, text: string, button?: string) => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Throughline</title><body style="font:1.0625rem/1.55 system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem"><p>${text}</p>
${button ? `<form method="post"><button style="font:inherit;padding:.5rem 1rem">${button}</button></form>` : ''}</body></html>`;

/** Stopping a kind of mail from the mail itself (RFC 8058). A GET never acts: it shows a button. */
@Controller('/notifications/stop')
export class StopMailsController {
  constructor(
    private readonly inbox: Inbox,
    private readonly mails: NoticeMails,
  ) {}

  @Get('/:personId/:kind/:signature')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async ask(@Param('personId') personId: string, @Param('kind') kind: string, @Param('signature') signature: string): Promise<string> {
    const language = await this.languageOf(personId, kind, signature);
    const texts = noticeTextsIn(language);
    return page(language, texts.stopPage, texts.stopPage.replace(/\s*[?؟]$/, ''));
  }

  @Post('/:personId/:kind/:signature')
  async stop(
    @Param('personId') personId: string,
    @Param('kind') kind: string,
    @Param('signature') signature: string,
    @Res() reply: FastifyReply,
  ) {
    const language = await this.languageOf(personId, kind, signature);
    await this.inbox.stopMails(personId, kind as NotificationKind);
    await reply
      .code(200)
      .header('content-type', 'text/html; charset=utf-8')
      .send(page(language, noticeTextsIn(language).stopped));
  }

  private async languageOf(personId: string, kind: string, signature: string): Promise<string> {
    if (!Object.hasOwn(NotificationKind, kind) || !this.mails.mayStop(personId, kind, signature)) throw new NotFound();
    return this.inbox.languageOf(personId);
  }
}
