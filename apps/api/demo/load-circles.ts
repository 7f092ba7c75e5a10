import { Cohorts, Community, Family, JoinPolicy, Templates, Ties } from '#domain/communities';
import { SessionSeries } from '#domain/peer-learning';
import type { Stage } from './load-demo.js';
import { civicOrientation, cohort, regionalHealth } from './templates.js';

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
