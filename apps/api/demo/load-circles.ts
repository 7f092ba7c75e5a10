import {
  Charters,
  Cohorts,
  Communities,
  Community,
  CommunityKind,
  Family,
  Glossary,
  JoinPolicy,
  Petitions,
  Templates,
  Ties,
} from '#domain/communities';
import { SessionSeries } from '#domain/peer-learning';
import type { Stage } from './load-demo.js';
import { civicOrientation, cohort, regionalHealth, words } from './templates.js';

const DAY = 86_400_000;
const LEARNING_SYSTEM = 'nl-learning-system-civic-integration';

/** Templates, a cohort that started from one, a circle of its coordinators, and partners. */
export async function loadCircles({ app, database, clock, now, actor, personId, communityId }: Stage): Promise<void> {
  const at = (days: number) => clock.show(new Date(now.getTime() + days * DAY));
  const copy = <T>(value: T) => JSON.parse(JSON.stringify(value)) as never;
  at(-40);
  const systemId = communityId(LEARNING_SYSTEM);
  const template = await app
    .get(Templates)
    .create(await actor('joost'), { ownerId: systemId, name: civicOrientation.name, content: copy(civicOrientation.content) });
  await app.get(Templates).create(await actor('ines'), {
    ownerId: communityId('share-network'),
    name: regionalHealth.name,
    content: copy({ ...regionalHealth.content, joinPolicy: JoinPolicy.OPEN }),
  });
  at(-12);
  const started = await app.get(Cohorts).start(await actor('joost'), {
    communityId: systemId,
    templateId: template.id,
    name: cohort.name,
    policyProcessId: 'nl-civic-integration-act-evaluation',
    rows: copy(cohort.rows),
  });
  const startedById = personId('joost');
  const [communities] = await app.get(Cohorts).communitiesOf([started.id]);
  for (const { id } of communities ?? [])
    await app.get(SessionSeries).set(id, { communityId: id, templateId: template.id, templateVersion: 1, startedById }, clock.now());
  await app.get(Family).openCircle(await actor('joost'), { communityId: systemId, name: 'Circle of coordinators' });
  await database.dataSource.manager.update(Community, { isDemo: false }, { isDemo: true });
  at(-9);
  await app.get(Ties).addOutside(await actor('ines'), {
    communityId: communityId('share-network'),
    name: 'Unlocking the potential of rural areas (a project of the EU)',
    url: 'https://rural-vision.europa.eu/',
    note: 'We bring what small towns learn to its events.',
  });
  await app.get(Ties).propose(await actor('karin'), {
    communityId: communityId('partnership-skane'),
    otherSlug: 'share-network',
    relation: 'PARTNER' as never,
    note: 'Civic communicators for small towns.',
  });
}

/** What a lively community has agreed on, what it argues about, and what its members ask for. */
export async function loadWords({ app, clock, now, actor, communityId }: Stage): Promise<void> {
  const at = (days: number) => clock.show(new Date(now.getTime() + days * DAY));
  const share = communityId('share-network');
  at(-30);
  for (const [who, term, text, source] of words)
    await app.get(Glossary).define(await actor(who), { communityId: share, term, text, ...(source && { source }) });
  const ines = await actor('ines');
  const community = await app.get(Communities).get(ines, share);
  const [rural] = (await app.get(Glossary).terms(ines, community)).filter(({ term }) => term === 'Small town');
  const [definitions] = await app.get(Glossary).definitionsOf([rural?.id ?? share]);
  if (definitions?.[0]) await app.get(Glossary).agreeOn(ines, { definitionId: definitions[0].id, isAgreed: true });
  at(-20);
  for (const who of ['ines', 'leyla', 'marek', 'fatou'])
    await app.get(Charters).agree(await actor(who), { communityId: share, version: 1 });
  at(-6);
  const { id: petitionId } = await app.get(Petitions).start(await actor('fatou'), {
    communityId: share,
    kind: CommunityKind.TASK_FORCE,
    title: 'Task force on the first winter',
    task: 'Collect what small towns need before the first winter of a family, and write it down on two pages for mayors.',
    endsOn: new Date(now.getTime() + 200 * DAY).toISOString().slice(0, 10),
    openUntil: new Date(now.getTime() + 40 * DAY),
  });
  for (const who of ['leyla', 'marek']) await app.get(Petitions).support(await actor(who), { petitionId, isSupported: true });
}
