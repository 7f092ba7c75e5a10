import { randomBytes } from 'node:crypto';
import { hashToken } from '#platform/auth';
import type { RunningServer } from './server.js';

/** A screen as the gate opens it: the address as the router writes it, and one with the demo's content in it. */
export interface Screen {
  route: string;
  path: string;
  /** Opened without an account; everything else by a coordinator. */
  isForStrangers?: boolean;
}

async function one(server: RunningServer, statement: string, values: unknown[] = []): Promise<Record<string, string>> {
  const [row] = await server.sql<Record<string, string>>(statement, values);
  if (!row) throw new Error(`The demo has nothing for: ${statement}`);
  return row;
}

/** Who looks at the screens: the demo's coordinator. */
export const coordinatorOf = async (server: RunningServer): Promise<string> =>
  (await one(server, `select id from person where email = 'ines@demo.example'`))['id'] ?? '';

/** An invitation whose secret is known here. */
async function invitationTo(server: RunningServer, communityId: string, byId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await server.sql(
    `insert into invitation (community_id, email, role, token_hash, invited_by_id, created_at, expires_at)
     values ($1, 'somebody@journey.example', 'MEMBER', $2, $3, now(), now() + interval '7 days')`,
    [communityId, hashToken(token), byId],
  );
  return token;
}

/** Every screen of the client, some in several states. */
export async function everyScreen(server: RunningServer): Promise<Screen[]> {
  const personId = await coordinatorOf(server);
  // So that the administration is among the screens.
  await server.sql('update person set is_administrator = true where id = $1', [personId]);
  const community = await one(
    server,
    `select c.id, c.slug from community c join membership m on m.community_id = c.id and m.person_id = $1 and m.role = 'COORDINATOR'
      order by (select count(*) from thread t where t.community_id = c.id) desc, c.slug limit 1`,
    [personId],
  );
  const thread = await one(server, `select id from thread where community_id = $1 order by post_count desc limit 1`, [community['id']]);
  const openThread = await one(
    server,
    `select t.id from thread t join community c on c.id = t.community_id where t.level = 'PUBLIC' and c.visibility = 'PUBLIC' order by post_count desc limit 1`,
  );
  const sessions = await server.sql<{ id: string }>(
    `select s.id from session s join membership m on m.community_id = s.community_id and m.person_id = $1 order by starts_at`,
    [personId],
  );
  const inState = (state: string) =>
    one(
      server,
      `select p.id from position p join membership m on m.community_id = p.community_id and m.person_id = $1 where p.state = $2 limit 1`,
      [personId, state],
    ).catch(() => one(server, `select id from position where state = $1 limit 1`, [state]));
  const [drafting, asked, published] = [await inState('DRAFTING'), await inState('ENDORSEMENT'), await inState('PUBLISHED')];
  const group = await one(
    server,
    `select g.id, c.slug from community_group g join community c on c.id = g.community_id order by exists (
    select from group_membership m where m.group_id = g.id and m.person_id = $1) desc limit 1`,
    [personId],
  );
  const g = `/c/${group['slug']}`;
  const token = await invitationTo(server, community['id'] ?? '', personId);
  const organisation = await one(
    server,
    `select o.id from organisation o join organisation_seat s on s.organisation_id = o.id and s.has_mandate where s.person_id = $1`,
    [personId],
  );
  const handover = await one(
    server,
    `insert into handover (community_id, role, state, from_id, notes, begun_at) values ($1, 'COORDINATOR', 'BEGUN', $2, 'Ask at the town hall.', now())
      on conflict do nothing returning id`,
    [community['id'], personId],
  ).catch(() => one(server, `select id from handover where from_id = $1 and role is not null and state = 'BEGUN'`, [personId]));
  const guestThread = await one(server, `select subject_id as id from guest where person_id = $1 and subject = 'THREAD'`, [personId]);
  const cohort = await one(server, 'select id from cohort limit 1');
  const template = await one(server, 'select id from template limit 1');
  const offer = await one(server, `select id from offer where person_id = $1 limit 1`, [personId]);
  const introduction = await one(server, `select id from introduction where person_id = $1 and state = 'ASKED' limit 1`, [personId]);
  const c = `/c/${community['slug']}`;
  return [
    { route: '/sign-in', path: '/sign-in', isForStrangers: true },
    { route: '/sign-in', path: '/sign-in?way=password', isForStrangers: true },
    { route: '/sign-in/link', path: '/sign-in/link?token=unknown', isForStrangers: true },
    { route: '/communities', path: '/communities', isForStrangers: true },
    { route: '/c/$slug', path: c, isForStrangers: true },
    { route: '/t/$threadId', path: `/t/${openThread['id']}`, isForStrangers: true },
    { route: '/positions', path: '/positions', isForStrangers: true },
    { route: '/positions/$positionId/public', path: `/positions/${published['id']}/public`, isForStrangers: true },
    { route: '/exchange', path: '/exchange', isForStrangers: true },
    { route: '/exchange', path: '/exchange' },
    { route: '/exchange/new', path: '/exchange/new' },
    { route: '/exchange/$offerId', path: `/exchange/${offer['id']}` },
    { route: '/introductions', path: '/introductions' },
    { route: '/introductions/$introductionId', path: `/introductions/${introduction['id']}` },
    { route: '/search', path: '/search' },
    { route: '/search', path: '/search?q=housing' },
    { route: '/directory', path: '/directory', isForStrangers: true },
    { route: '/directory', path: '/directory?what=people&map=world' },
    { route: '/c/$slug/mandates', path: `${c}/mandates` },
    { route: '/vocabulary', path: '/vocabulary', isForStrangers: true },
    { route: '/vocabulary/import', path: '/vocabulary/import' },
    { route: '/vocabulary/$schemeId', path: '/vocabulary/target-groups' },
    { route: '/welcome', path: '/welcome' },
    { route: '/', path: '/' },
    { route: '/inbox', path: '/inbox' },
    { route: '/asks', path: '/asks' },
    { route: '/guest', path: '/guest' },
    { route: '/guest/t/$threadId', path: `/guest/t/${guestThread['id']}` },
    { route: '/calendar', path: '/calendar' },
    { route: '/calendar', path: '/calendar?view=list' },
    { route: '/communities', path: '/communities' },
    { route: '/communities/new', path: '/communities/new' },
    { route: '/c/$slug', path: c },
    { route: '/c/$slug/family', path: `${c}/family` },
    { route: '/c/$slug/merge', path: `${c}/merge` },
    { route: '/c/$slug/merge', path: `${c}/merge?into=${g.slice(3)}` },
    { route: '/c/$slug/charter', path: `${c}/charter` },
    { route: '/c/$slug/glossary', path: `${c}/glossary` },
    { route: '/c/$slug/petitions', path: `${c}/petitions` },
    { route: '/c/$slug/cohorts/new', path: `${c}/cohorts/new` },
    { route: '/cohorts/$cohortId', path: `/cohorts/${cohort['id']}` },
    { route: '/templates', path: '/templates' },
    { route: '/templates/new', path: '/templates/new' },
    { route: '/templates/$templateId', path: `/templates/${template['id']}` },
    { route: '/c/$slug/discussions', path: `${c}/discussions` },
    { route: '/c/$slug/discussions/new', path: `${c}/discussions/new` },
    { route: '/c/$slug/sessions', path: `${c}/sessions` },
    { route: '/c/$slug/sessions/new', path: `${c}/sessions/new` },
    { route: '/c/$slug/positions', path: `${c}/positions` },
    { route: '/c/$slug/positions/new', path: `${c}/positions/new` },
    { route: '/c/$slug/groups', path: `${g}/groups` },
    { route: '/c/$slug/groups/new', path: `${c}/groups/new` },
    { route: '/c/$slug/groups/$groupId', path: `${g}/groups/${group['id']}` },
    { route: '/c/$slug/members', path: `${c}/members` },
    { route: '/c/$slug/fees', path: `${c}/fees` },
    { route: '/c/$slug/fees', path: `${c}/fees?of=MEMBERS` },
    { route: '/c/$slug/members/invite', path: `${c}/members/invite` },
    { route: '/c/$slug/members/invite/list', path: `${c}/members/invite/list` },
    { route: '/c/$slug/health', path: `${c}/health` },
    { route: '/c/$slug/report', path: `${c}/report` },
    { route: '/c/$slug/settings', path: `${c}/settings` },
    { route: '/c/$slug/audit', path: `${c}/audit` },
    { route: '/t/$threadId', path: `/t/${thread['id']}` },
    { route: '/s/$sessionId', path: `/s/${sessions.at(0)?.id}` },
    { route: '/s/$sessionId', path: `/s/${sessions.at(-1)?.id}` },
    { route: '/p/$positionId', path: `/p/${drafting['id']}` },
    { route: '/p/$positionId', path: `/p/${asked['id']}` },
    { route: '/p/$positionId/endorsement', path: `/p/${asked['id']}/endorsement` },
    { route: '/positions', path: '/positions' },
    { route: '/people/$personId', path: `/people/${personId}` },
    { route: '/o/$organisationId', path: `/o/${organisation['id']}`, isForStrangers: true },
    { route: '/o/$organisationId', path: `/o/${organisation['id']}` },
    { route: '/o/$organisationId/edit', path: `/o/${organisation['id']}/edit` },
    { route: '/handovers/$handoverId', path: `/handovers/${handover['id']}` },
    { route: '/profile', path: '/profile' },
    { route: '/settings', path: '/settings' },
    { route: '/invitations/$token', path: `/invitations/${token}` },
    { route: '/keep-account', path: '/keep-account?token=unknown', isForStrangers: true },
    { route: '/privacy', path: '/privacy' },
    { route: '/privacy/named', path: '/privacy/named' },
    { route: '/admin', path: '/admin' },
    ...['people', 'communities', 'jobs', 'mails', 'retention', 'audit'].map((part) => ({
      route: `/admin/${part}`,
      path: `/admin/${part}`,
    })),
    { route: '/dev/kit', path: '/dev/kit' },
  ];
}
