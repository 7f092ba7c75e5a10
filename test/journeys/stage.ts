import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, it } from '@jest/globals';
import { type Browser, chromium } from '@playwright/test';
import { Person, type Place } from './person.js';
import { RunningServer } from './server.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const isSeen = Boolean(process.env['HEADED']);

/** What a journey is given: the server and as many people as the story has. */
export interface Stage {
  server: RunningServer;
  person: (name: string, place?: Place) => Promise<Person>;
}

/** Starts a server and a browser for one file. `journey` is `it`, with people who leave when the story ends and whose troubles fail it. */
export function prepareStage(options: { demo?: boolean } = {}) {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: FLAGS,
      headless: !isSeen,
      slowMo: isSeen ? 150 : 0,
    });
    server = await RunningServer.start(options);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const journey = (title: string, story: (stage: Stage) => Promise<void>): void => {
    it(title, async () => {
      const people: Person[] = [];
      const person = async (name: string, place: Place = {}) => {
        const someone = await Person.enter(browser, server, name, place);
        people.push(someone);
        return someone;
      };
      try {
        await story({ server, person });
        const troubles = people.flatMap(({ watch }) => watch.troubles);
        if (troubles.length > 0) throw new Error(`The story ended well, but the pages had trouble:\n${troubles.join('\n')}`);
      } catch (error) {
        await keepEvidence(title, people);
        throw error;
      } finally {
        await Promise.all(people.map(({ context }) => context.close()));
      }
    });
  };
  return { journey };
}

/** What each person saw when it went wrong, in test-results/. */
async function keepEvidence(title: string, people: Person[]): Promise<void> {
  const folder = resolve('test-results', title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80));
  mkdirSync(folder, { recursive: true });
  for (const { name, page, watch } of people) {
    const file = resolve(folder, name.replace(/[^\p{L}\p{N}]+/gu, '-'));
    await page.screenshot({ path: `${file}.png` }).catch(() => undefined);
    const text = await page
      .locator('body')
      .ariaSnapshot()
      .catch(() => 'The page is gone.');
    writeFileSync(`${file}.txt`, [page.url(), ...watch.troubles, '', text].join('\n'));
  }
}
