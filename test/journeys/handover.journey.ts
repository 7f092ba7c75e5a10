import { expect } from '@playwright/test';
import { JoinPolicy, MembershipRole, Visibility } from '#domain/communities';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildThread } from '../../libs/domain/discussions/testing.js';
import { buildSession } from '../../libs/domain/peer-learning/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../../libs/domain/people/testing.js';
import { prepareStage, type Stage } from './stage.js';

const { journey } = prepareStage();

const SLUG = 'open-flats';
const THREAD = 'Who talks to the landlords?';
const SESSION = 'Evening with two landlords';

/** A closed community in which Inês sits for an association; Tiago works there, and is not in it. */
async function aSeat({ server, person }: Stage) {
  const community = await buildCommunity(server, {
    name: 'Open flats',
    slug: SLUG,
    visibility: Visibility.MEMBERS,
    joinPolicy: JoinPolicy.BY_INVITATION,
  });
  const of = { communityId: community.id };
  const coordinator = (await buildMembership(server, { ...of, role: MembershipRole.COORDINATOR })).personId;
  const organisation = await buildOrganisation(server, { name: 'Casa Aberta' });
  const organisationId = organisation.id;
  const ines = await buildPerson(server, { name: 'Inês Carvalho' });
  const tiago = await buildPerson(server, { name: 'Tiago Moreira' });
  await buildSeat(server, { organisationId, personId: ines.id, hasMandate: false, isConfirmed: true });
  await buildSeat(server, { organisationId, personId: tiago.id, hasMandate: false, isConfirmed: true });
  await buildMembership(server, { ...of, personId: ines.id, organisationId });
  await buildCommunitySeat(server, { ...of, organisationId, holderId: ines.id });
  const thread = await buildThread(server, { ...of, authorId: coordinator, title: THREAD });
  await server.sql('insert into thread_reading (person_id, thread_id, is_followed) values ($1, $2, true)', [ines.id, thread.id]);
  await buildSession(server, { ...of, scheduledById: ines.id, title: SESSION });
  const before = async (name: string, personId: string) => {
    const someone = await person(name);
    await someone.isSignedInAs(personId);
    return someone;
  };
  return { ines: await before('Inês', ines.id), tiago: await before('Tiago', tiago.id), thread };
}

describe('A person leaves', () => {
  journey('and hands her seat over, and her successor finds everything on one page', async (stage) => {
    const { ines, tiago, thread } = await aSeat(stage);
    const { words } = ines;

    await ines.goTo(`/c/${SLUG}/members`);
    await ines.press(words('organisations:seats.change', { organisation: 'Casa Aberta' }));
    await ines.find('menuitem', words('organisations:seats.handOver')).click();
    await ines.press(words('handovers:begin'));
    await ines.page.waitForURL(/\/handovers\/[0-9a-f-]{36}$/);
    const path = new URL(ines.page.url()).pathname;
    await ines.seesScreen(words('handovers:what.seat', { organisation: 'Casa Aberta' }));
    await ines.find('textbox', words('handovers:notes')).fill('Ask Rui before you call a landlord.');
    await ines.press(words('shell:save'));
    await ines.find('textbox', words('handovers:own')).fill('Keys of the flat in Rua das Flores');
    await ines.press(words('handovers:add'));
    await expect(ines.page.getByLabel('Keys of the flat in Rua das Flores', { exact: true })).toBeVisible();
    await ines.find('checkbox', words('handovers:template.FILES')).check();
    await ines.choose(words('handovers:who'), 'Tiago Moreira');
    await ines.press(words('handovers:offer'));
    await ines.sees(words('handovers:offered'));

    // He hears of it, reads what she wrote, and nothing of the closed community yet.
    await tiago.goTo('/inbox');
    await tiago.find('link', words('notifications:says.HANDOVER_OFFERED', { name: 'Inês Carvalho', subject: 'Open flats' })).click();
    await tiago.seesScreen(words('handovers:what.seat', { organisation: 'Casa Aberta' }));
    await tiago.sees('Ask Rui before you call a landlord.');
    await expect(tiago.find('link', THREAD)).toHaveCount(0);

    await tiago.press(words('handovers:accept'));
    await expect(tiago.find('link', THREAD)).toBeVisible();
    await expect(tiago.find('link', SESSION)).toBeVisible();
    await expect(tiago.find('checkbox', words('handovers:template.FILES'))).toBeChecked();
    await tiago.sees('Keys of the flat in Rua das Flores');
    await tiago.find('link', THREAD).click();
    await tiago.seesScreen(THREAD);

    // Her roads are closed from that moment on: the discussion, the handover, the members.
    for (const lost of [`/t/${thread.id}`, path]) {
      await ines.page.goto(lost);
      await expect(ines.page.getByText(words('shell:trouble.notFound')).first()).toBeVisible();
      await expect(ines.page.getByText(THREAD)).toHaveCount(0);
    }
    await tiago.goTo(`/c/${SLUG}/members`);
    await expect(tiago.find('link', 'Tiago Moreira').first()).toBeVisible();
    await expect(tiago.find('link', 'Inês Carvalho')).toHaveCount(0);
  });
});
