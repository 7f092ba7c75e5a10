import { CommunityKind } from '../community.enums.js';
import { faultsOf, kindRules, mayHold } from './kinds.js';

const nothing = { task: null, endsOn: null, projectName: null, projectUrl: null };
const paths = (kind: CommunityKind, has: Partial<typeof nothing | Record<string, string>> = {}) =>
  faultsOf(kind, { ...nothing, ...has }).map(({ path }) => path);

it('knows every kind, and holds only kinds that there are', () => {
  expect(Object.keys(kindRules).toSorted()).toEqual(Object.values(CommunityKind).toSorted());
  for (const { holds } of Object.values(kindRules)) expect(holds.every((kind) => kind in CommunityKind)).toBe(true);
});

it.each([
  [CommunityKind.NETWORK, {}, []],
  [
    CommunityKind.NETWORK,
    { task: 'T', endsOn: '2030-01-01', projectUrl: 'https://x.example' },
    ['task', 'endsOn', 'projectUrl', 'projectName'],
  ],
  [CommunityKind.TASK_FORCE, {}, ['task', 'endsOn']],
  [CommunityKind.TASK_FORCE, { task: 'T', endsOn: '2030-01-01' }, []],
  [CommunityKind.WORKING_GROUP, {}, []],
  [CommunityKind.PROJECT_CIRCLE, {}, ['projectName']],
  [CommunityKind.PROJECT_CIRCLE, { projectName: 'P', projectUrl: 'https://x.example' }, []],
])('%s with %j lacks, or has too much of, %j', (kind, has, faults) => expect(paths(kind, has)).toEqual(faults));

it.each([
  [CommunityKind.NETWORK, CommunityKind.COMMUNITY_OF_PRACTICE, true],
  [CommunityKind.COMMUNITY_OF_PRACTICE, CommunityKind.NETWORK, false],
  [CommunityKind.COMMUNITY_OF_PRACTICE, CommunityKind.PROGRAMME_STRAND, true],
  [CommunityKind.TASK_FORCE, CommunityKind.TASK_FORCE, false],
])('%s may hold %s: %s', (parent, child, may) => expect(mayHold(parent, child)).toBe(may));
