import type { BrowserContext, Page } from '@playwright/test';

/** What the browser says by itself while the line is cut on purpose. */
const OF_A_CUT_LINE = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_CONNECTION|WebSocket/;

/** Collects what must never happen on a page: errors, violations of its policy, requests to elsewhere. */
export class Watch {
  readonly troubles: string[] = [];
  isCutOff = false;

  constructor(
    context: BrowserContext,
    private readonly home: string,
    private readonly whose: string,
  ) {
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${home}/`) && !/^(data|blob|about):/.test(url)) this.note(`a foreign request: ${url}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 500) this.note(`${response.status()} from ${response.url()}`);
    });
    context.on('console', (message) => {
      const text = `${message.text()} (${message.location().url ?? ''})`;
      if (message.type() !== 'error' && !/content.security.policy/i.test(text)) return;
      if (this.isCutOff && OF_A_CUT_LINE.test(text)) return;
      this.note(`on the console: ${text}`);
    });
    context.on('page', (page) => this.watch(page));
  }

  private watch(page: Page): void {
    page.on('pageerror', (error) => this.note(`an error of the page: ${error.stack ?? error.message}`));
    page.on('crash', () => this.note('the page crashed'));
  }

  private note(trouble: string): void {
    this.troubles.push(`${this.whose}: ${trouble.replaceAll(this.home, '')}`);
  }
}
