import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Person } from './person.js';
import { coordinatorOf, everyScreen, type Screen } from './screens.js';
import { prepareStage, type Stage } from './stage.js';
import type { JourneyLanguage } from './words.js';

const { journey } = prepareStage({ demo: true });

/** Only what breaks a rule is described: describing what keeps them takes most of the time. */
const ASKED: Parameters<AxeBuilder['options']>[0] = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
};
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
/** A small phone, and 1280 pixels at 400 %. */
const NARROWEST = [360, 320];

type Scheme = 'light' | 'dark';

/** The screen with its content, not the shape of it. It is dark or light from the start: between the two, nothing has its own colours. */
async function opens(person: Person, { path }: Screen, scheme: Scheme): Promise<void> {
  await person.page.emulateMedia({ colorScheme: scheme });
  await person.goTo(path);
  await expect(person.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  await expect(person.find('status', person.words('loading'))).toHaveCount(0, { timeout: 15_000 });
}

async function faultsByAxe({ page }: Person): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options(ASKED).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary, html }) =>
        `${id} at ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(';').trim()} ${html.slice(0, 160)}`,
    ),
  );
}

async function faultsOfFrame({ page }: Person): Promise<string[]> {
  const headings = await page.getByRole('heading', { level: 1 }).allInnerTexts();
  const title = await page.title();
  return [
    ...(headings.length === 1 ? [] : [`has ${headings.length} first headings: ${headings.join(' | ')}`]),
    ...(/\S.* · Throughline$/.test(title) ? [] : [`is called "${title}"`]),
  ];
}

/** Too wide is what makes the whole page scroll sideways. */
async function faultsOfWidth({ page }: Person): Promise<string[]> {
  const faults: string[] = [];
  for (const width of NARROWEST) {
    await page.setViewportSize({ width, height: 700 });
    const tooWide = await page.evaluate<string[]>(`(() => {
      const page = document.documentElement;
      if (page.scrollWidth <= innerWidth) return [];
      const out = [...document.querySelectorAll('body *')].filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        return width > 0 && (right > innerWidth + 1 || left < -1);
      });
      return out.slice(-3).map((one) => page.scrollWidth + ' pixels: ' + one.outerHTML.slice(0, 160));
    })()`);
    faults.push(...tooWide.map((fault) => `scrolls sideways at ${width}: ${fault}`));
  }
  return faults;
}

/** Looks at each screen in one language, in the schemes by turns, at one width, and at every second one at the other width as well. */
async function looks(person: Person, screens: Screen[], language: JourneyLanguage): Promise<string[]> {
  const [usual, other, schemes]: [typeof WIDE, typeof WIDE, Scheme[]] =
    language === 'en' ? [WIDE, NARROW, ['dark', 'light']] : [NARROW, WIDE, ['light', 'dark']];
  const all: string[] = [];
  for (const [i, screen] of screens.entries()) {
    const note = (faults: string[], how: string) => all.push(...faults.map((fault) => `${screen.path} ${language} ${how}: ${fault}`));
    await person.page.setViewportSize(usual);
    const scheme = schemes[i % 2] as Scheme;
    await opens(person, screen, scheme);
    note(await faultsOfFrame(person), '');
    note(await faultsByAxe(person), `${scheme} ${usual.width}`);
    if (i % 2 === (language === 'en' ? 0 : 1)) {
      await person.page.setViewportSize(other);
      note(await faultsByAxe(person), `${scheme} ${other.width}`);
    }
    note(await faultsOfWidth(person), '');
  }
  return all;
}

async function enters({ person, server }: Stage, language: JourneyLanguage, isSignedIn: boolean): Promise<Person> {
  const someone = await person(`Somebody in ${language}`, { language });
  // Chosen on this device, which counts more than what the account says.
  await someone.context.addInitScript(`localStorage.setItem('throughline-language', '${language}')`);
  if (isSignedIn) await someone.isSignedInAs(await coordinatorOf(server));
  return someone;
}

/** The signed-in screens are many: each part has the time of a journey. */
const PARTS = 3;

async function isFaultless(stage: Stage, isSignedIn: boolean, part = 0, parts = 1): Promise<void> {
  const those = (await everyScreen(stage.server)).filter(({ isForStrangers = false }) => isForStrangers !== isSignedIn);
  const screens = those.filter((_, i) => i % parts === part);
  // Each on a core of their own.
  const faults = await Promise.all(
    (['en', 'ar'] as const).map(async (language) => looks(await enters(stage, language, isSignedIn), screens, language)),
  );
  expect(faults.flat()).toEqual([]);
}

describe('Every screen', () => {
  journey('is among those that are looked at', async ({ server }) => {
    const routes = [...readFileSync('apps/web/src/routes.tsx', 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
    const seen = new Set((await everyScreen(server)).map(({ route }) => route));
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter((route) => !seen.has(route ?? ''))).toEqual([]);
  });

  journey('is open to everyone who comes without an account, in both schemes and directions', (stage) => isFaultless(stage, false));

  for (let part = 0; part < PARTS; part++) {
    journey(`is open to everyone who is signed in, in both schemes and directions (${part + 1} of ${PARTS})`, (stage) =>
      isFaultless(stage, true, part, PARTS),
    );
  }
});
