import { expect } from '@playwright/test';
import { JoinPolicy, MembershipRole, Visibility } from '#domain/communities';
import { buildCommunity, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';
import { prepareStage } from './stage.js';

const { journey } = prepareStage();

/** As a spreadsheet writes it: semicolons, German names of columns, two lines with mistakes. */
const listWith = (address: string) =>
  [
    'E-Mail;Name;Rolle;Organisation;Sprache',
    `${address};Zoë Öztürk;Mitglied;Haus der Begegnung;en`,
    'bo at journey.example;Bo Berg;;;',
    'cora@journey.example;Cora;Chefin;;',
  ].join('\r\n');

describe('A list of addresses', () => {
  journey('is read line by line, two lines are mended in place, and everyone gets one invitation', async ({ server, person }) => {
    const { id: coordinatorId } = await buildPerson(server, { name: 'Inês Carvalho' });
    const community = await buildCommunity(server, {
      name: 'Welcome desks of the north',
      joinPolicy: JoinPolicy.BY_INVITATION,
      visibility: Visibility.MEMBERS,
    });
    await buildMembership(server, { communityId: community.id, personId: coordinatorId, role: MembershipRole.COORDINATOR });
    const ines = await person('Inês Carvalho');
    const zoe = await person('Zoë Öztürk', { width: 390 });
    await ines.isSignedInAs(coordinatorId);
    const { words } = ines;

    await ines.goTo(`/c/${community.slug}/members`);
    await ines.follow(words('doors:invite'));
    await ines.follow(words('doors:list.open'));
    const choosing = ines.page.waitForEvent('filechooser');
    await ines.press(words('doors:list.choose'));
    const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(listWith(zoe.email), 'latin1') };
    await (await choosing).setFiles(file);

    await ines.press(words('doors:list.send', { count: 1 }));
    await ines.sees(words('doors:list.done', { count: 1 }));
    const [bo, cora] = [3, 4].map((line) => ines.find('listitem', words('doors:list.line', { line })));
    await expect(bo!.getByLabel(words('doors:list.column.email'))).toHaveAccessibleDescription(/ana@example.org/);
    await bo!.getByLabel(words('doors:list.column.email')).fill('bo@journey.example');
    await cora!.getByLabel(words('doors:list.column.role')).fill('');
    await ines.press(words('doors:list.again'));
    await ines.press(words('doors:list.send', { count: 2 }));
    await ines.sees(words('doors:list.done', { count: 2 }));
    await ines.follow(words('doors:list.see'));
    for (const name of ['Zoë Öztürk', 'Bo Berg', 'Cora']) await ines.sees(name);

    const { text } = await zoe.mail(/Welcome desks of the north/);
    expect(text).toContain('Hello Zoë Öztürk,');
    await zoe.signUpByMail();
    await zoe.goTo(new URL(/https?:\S+\/invitations\/\S+/.exec(text)?.[0] ?? '').pathname);
    await zoe.press(zoe.words('communities:offer.accept'));
    await expect(zoe.find('button', zoe.words('communities:membership.MEMBER'))).toBeVisible();
    for (const address of [zoe.email, 'bo@journey.example', 'cora@journey.example'])
      expect((await server.mails(address)).filter(({ kind }) => kind === 'communities.invitation')).toHaveLength(1);
  });
});
