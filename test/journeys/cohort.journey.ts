import { expect } from '@playwright/test';
import { CommunityKind, MembershipRole } from '#domain/communities';
import { buildCommunity, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';
import type { Person } from './person.js';
import { prepareStage, type Stage } from './stage.js';

const { journey } = prepareStage();

const NETWORK = 'Network of arrival cities';
const TEMPLATE = 'Local learning community';

/** Marta coordinates a network. */
async function martaArrives({ server, person }: Stage): Promise<{ marta: Person; slug: string }> {
  const { id: personId } = await buildPerson(server, { name: 'Marta Maes' });
  const { id: communityId, slug } = await buildCommunity(server, { name: NETWORK, kind: CommunityKind.NETWORK });
  await buildMembership(server, { communityId, personId, role: MembershipRole.COORDINATOR });
  const marta = await person('Marta Maes');
  await marta.isSignedInAs(personId);
  return { marta, slug };
}

/** She makes a template of her network, and changes what local communities need. */
async function writesTemplate(marta: Person, slug: string): Promise<void> {
  const { words } = marta;
  await marta.goTo(`/c/${slug}/family`);
  await marta.follow(words('templates:fromThis'));
  await marta.seesScreen(words('templates:write'));
  await marta.fill(words('templates:name'), TEMPLATE);
  await marta.fill(words('communities:form.summary'), 'People in {place} who teach civic orientation.');
  await marta.choose(words('communities:filter.kind'), words('communities:kind.COMMUNITY_OF_PRACTICE'));
  await marta.press(words('templates:addStep'));
  await marta.fill(`${words('templates:checklist')} 1`, 'Find two people to begin with');
  await marta.press(words('templates:save'));
  await marta.seesScreen(TEMPLATE);
}

/** A row of the table. */
async function types(
  marta: Person,
  number: number,
  cells: Record<'name' | 'country' | 'place' | 'coordinatorEmail', string>,
): Promise<void> {
  const row = marta.find('group', marta.words('templates:rowNumber', { number: String(number) }));
  for (const [cell, text] of Object.entries(cells)) await row.getByLabel(marta.words(`templates:cell.${cell}`)).fill(text);
}

journey('a coordinator starts a cohort of three communities from a template', async (stage) => {
  const { marta, slug } = await martaArrives(stage);
  const { words } = marta;
  await writesTemplate(marta, slug);
  await marta.follow(words('templates:startCohortIn', { community: NETWORK }));
  await marta.seesScreen(NETWORK);
  await marta.fill(words('templates:cohortName'), 'Cohort of spring');

  await types(marta, 1, { name: 'Welcome Utrecht', country: 'NL', place: 'Utrecht', coordinatorEmail: 'uma@journey.example' });
  await types(marta, 2, { name: 'Welcome Zwolle', country: 'Holland', place: 'Zwolle', coordinatorEmail: 'zoe' });
  await types(marta, 3, { name: 'Welcome Breda', country: 'NL', place: 'Breda', coordinatorEmail: '' });
  await marta.press(words('templates:look'));
  await marta.sees(words('templates:fault.BAD_COUNTRY'));
  await marta.sees(words('templates:fault.BAD_ADDRESS'));

  await types(marta, 2, { name: 'Welcome Zwolle', country: 'NL', place: 'Zwolle', coordinatorEmail: 'zoe@journey.example' });
  await marta.press(words('templates:startAll', { count: 3 }));
  await marta.seesScreen('Cohort of spring');
  for (const name of ['Welcome Utrecht', 'Welcome Zwolle', 'Welcome Breda']) await expect(marta.find('link', name).first()).toBeVisible();

  await marta.follow('Welcome Breda', marta.page.locator('main'));
  await marta.seesScreen('Welcome Breda');
  await marta.sees('People in Breda who teach civic orientation.');
  await marta.find('checkbox', 'Find two people to begin with').click();
  await expect(marta.find('checkbox', 'Find two people to begin with')).toBeChecked();

  await marta.goTo(`/c/${slug}`);
  await expect(marta.find('link', 'Welcome Zwolle').first()).toBeVisible();
});
