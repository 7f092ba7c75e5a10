import { expect } from '@playwright/test';
import { ConfidentialityLevel, MembershipRole, Visibility } from '#domain/communities';
import { buildCommunity, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildThread } from '../../libs/domain/discussions/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';
import { prepareStage, type Stage } from './stage.js';

const { journey } = prepareStage();

const THREAD = 'What the landlord said';

/** A closed community with a discussion, a public one, somebody who coordinates both, and a member of each. */
async function twoCommunities({ server, person }: Stage) {
  const old = await buildCommunity(server, { name: 'Open flats', slug: 'open-flats', visibility: Visibility.MEMBERS });
  const other = await buildCommunity(server, { name: 'Living well', slug: 'living-well', visibility: Visibility.PUBLIC });
  const role = MembershipRole.COORDINATOR;
  const ines = await buildPerson(server, { name: 'Inês Carvalho' });
  for (const { id } of [old, other]) await buildMembership(server, { communityId: id, personId: ines.id, role });
  const tiago = await buildPerson(server, { name: 'Tiago Moreira' });
  await buildMembership(server, { communityId: old.id, personId: tiago.id });
  const rosa = await buildPerson(server, { name: 'Rosa Lima' });
  await buildMembership(server, { communityId: other.id, personId: rosa.id });
  const thread = await buildThread(server, {
    communityId: old.id,
    authorId: tiago.id,
    title: THREAD,
    level: ConfidentialityLevel.COMMUNITY,
  });
  const enter = async (name: string, id: string) => {
    const someone = await person(name);
    await someone.isSignedInAs(id);
    return someone;
  };
  return { ines: await enter('Inês', ines.id), tiago: await enter('Tiago', tiago.id), rosa: await enter('Rosa', rosa.id), thread };
}

describe('Two communities', () => {
  journey('become one: looked at before, confirmed by name, and what was closed stays closed', async (stage) => {
    const { ines, tiago, rosa, thread } = await twoCommunities(stage);
    const { words } = ines;
    const names = { community: 'Open flats', into: 'Living well' };

    await ines.goTo('/c/open-flats/merge?into=living-well');
    await ines.sees(words('merging:rule.ALL_IN_GROUP', names));
    await ines.sees(words('merging:effect.NAMES_FOR_SIGNED_IN', names));
    const button = ines.find('button', words('merging:form.merge', names));
    await expect(button).toBeDisabled();
    await ines.find('textbox', words('merging:form.confirmation', names)).fill('Open flats');
    await button.click();
    await ines.page.waitForURL(/\/c\/living-well$/);
    await ines.sees(words('merging:form.done', names));

    // He hears of it; the old address leads to the other community, and his discussion is in the closed group.
    await tiago.goTo('/inbox');
    await expect(
      tiago.find('link', words('notifications:says.COMMUNITY_MERGED', { subject: 'Open flats', community: 'Living well' })),
    ).toBeVisible();
    await tiago.page.goto('/c/open-flats/discussions');
    await tiago.page.waitForURL(/\/c\/living-well\/discussions$/);
    await tiago.goTo(`/t/${thread.id}`);
    await tiago.seesScreen(THREAD);

    // She is where it is now, and does not find it.
    await rosa.page.goto(`/t/${thread.id}`);
    await expect(rosa.page.getByText(words('shell:trouble.notFound')).first()).toBeVisible();
    await expect(rosa.page.getByText(THREAD)).toHaveCount(0);

    // What the old one kept is still there to read.
    await rosa.goTo('/c/living-well/family');
    await rosa.find('link', words('merging:cameHere.charter')).click();
    await rosa.page.waitForURL(/\/c\/open-flats\/charter$/);
    await rosa.sees(words('family:archived.mergedInto', { into: 'Living well' }));
  });
});
