import { expect, type Locator } from '@playwright/test';
import type { Person } from './person.js';

/** What people do in discussions. */

export const composerOf = ({ words, page }: Person): Locator => page.getByRole('textbox', { name: words('discussions:composer.label') });

/** Everything that stands in the thread, in the order of the page. */
export const postsIn = async ({ page }: Person): Promise<string[]> =>
  (await page.getByRole('article').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

export async function writes(person: Person, text: string): Promise<void> {
  await composerOf(person).click();
  await person.page.keyboard.type(text);
}

/** Writes, sends, and sees it stand there, taken by the server. */
export async function replies(person: Person, text: string): Promise<void> {
  await writes(person, text);
  await sends(person);
  await seesOnce(person, text);
  await expect(person.page.getByText(person.words('discussions:unsent.sending'))).toHaveCount(0);
}

export const sends = (person: Person): Promise<void> => person.press(person.words('discussions:composer.send'), composerPart(person));

/** The button that says how much is new, pressed; nothing else may reload the page. */
export async function showsNew(person: Person, count: number): Promise<void> {
  await person.press(person.words('discussions:thread.newReplies', { count }));
}

/** The text stands in exactly one post. */
export async function seesOnce(person: Person, text: string): Promise<void> {
  await expect(person.page.getByRole('article').filter({ hasText: text })).toHaveCount(1);
}

const composerPart = (person: Person): Locator => person.page.getByRole('region', { name: person.words('discussions:composer.label') });
