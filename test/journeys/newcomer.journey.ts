import { expect } from '@playwright/test';
import { buildCommunity, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildThread } from '../../libs/domain/discussions/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';
import type { Person } from './person.js';
import { prepareStage, type Stage } from './stage.js';
import { composerOf, postsIn, replies, seesOnce, sends, showsNew, writes } from './talk.js';

const { journey } = prepareStage();

const THREAD = 'Where do your evening courses take place?';

/** Kwame has a community and has asked something there; Ada knows nobody yet. */
async function theyMeet({ server, person }: Stage, ada: Person, community: string): Promise<{ kwame: Person }> {
  const { id: authorId } = await buildPerson(server, { name: 'Kwame Mensah' });
  const { id: communityId } = await buildCommunity(server, { name: community });
  await buildMembership(server, { communityId, personId: authorId });
  const thread = await buildThread(server, { communityId, authorId, title: THREAD });
  const kwame = await person('Kwame Mensah');
  await kwame.isSignedInAs(authorId);
  await kwame.goTo(`/t/${thread.id}`);

  const { words } = ada;
  await ada.signUpByMail();
  await ada.fill(words('communities:filter.text'), community);
  await ada.follow(community, ada.find('list'));
  await ada.seesScreen(community);
  await ada.press(words('communities:join.join'));
  await expect(ada.find('button', words('communities:membership.MEMBER'))).toBeVisible();
  await ada.follow(words('communityTabs.discussions'));
  await ada.follow(THREAD);
  await ada.seesScreen(THREAD);
  return { kwame };
}

/** Nobody may have reloaded: what is remembered in a page goes with it. */
const remember = ({ page }: Person) => page.evaluate(() => void Object.assign(globalThis, { neverReloaded: true }));
const hasNeverReloaded = async ({ page }: Person) => expect(await page.evaluate(() => 'neverReloaded' in globalThis)).toBe(true);

async function aNewcomerTakesPart(
  stage: Stage,
  language: 'en' | 'ar',
  says: { community: string; hers: string; his: string; draft: string },
): Promise<void> {
  const ada = await stage.person(language === 'ar' ? 'نور الخطيب' : 'Ada Almeida', { language });
  const { kwame } = await theyMeet(stage, ada, says.community);
  const direction = await ada.page.locator('html').getAttribute('dir');
  expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
  await remember(ada);
  await remember(kwame);

  await replies(ada, says.hers);
  await showsNew(kwame, 1);
  await seesOnce(kwame, says.hers);
  await replies(kwame, says.his);
  await showsNew(ada, 1);
  await seesOnce(ada, says.his);

  await ada.cutOff();
  await ada.sees(ada.words('line.offline'));
  const meanwhile = ['one', 'two', 'three', 'four', 'five'].map((number) => `Meanwhile, number ${number}.`);
  for (const text of meanwhile) await replies(kwame, text);
  expect((await postsIn(ada)).join()).not.toContain('Meanwhile');
  await ada.comeBack();
  await showsNew(ada, 5);
  for (const text of meanwhile) await seesOnce(ada, text);
  expect((await postsIn(ada)).flatMap((post) => meanwhile.filter((text) => post.includes(text)))).toEqual(meanwhile);
  await expect(ada.page.getByText(ada.words('line.offline'))).toHaveCount(0);
  await hasNeverReloaded(ada);
  await hasNeverReloaded(kwame);

  await writes(ada, says.draft);
  await ada.page.reload();
  await expect(composerOf(ada)).toHaveText(says.draft);
  await sends(ada);
  await showsNew(kwame, 1);
  await seesOnce(kwame, says.draft);
  await expect(composerOf(ada)).toHaveText('');
  await hasNeverReloaded(kwame);
}

describe('A newcomer', () => {
  journey('signs up by mail, joins, and talks with another, both live', (stage) =>
    aNewcomerTakesPart(stage, 'en', {
      community: 'Language courses in small towns',
      hers: 'In the library, after it closes.',
      his: 'Who pays for the heating there?',
      draft: 'The town pays, since last winter.',
    }),
  );

  journey('does the same in Arabic, from right to left', (stage) =>
    aNewcomerTakesPart(stage, 'ar', {
      community: 'First words in new places',
      hers: 'في المكتبة بعد أن تغلق أبوابها.',
      his: 'Who pays for the heating there?',
      draft: 'البلدية تدفع منذ الشتاء الماضي.',
    }),
  );
});
