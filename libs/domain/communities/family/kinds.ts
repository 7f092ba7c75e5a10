import { CommunityKind } from '../community.enums.js';

const { COMMUNITY_OF_PRACTICE, NETWORK, LEARNING_SYSTEM, TASK_FORCE, WORKING_GROUP, PROJECT_CIRCLE, PROGRAMME_STRAND } = CommunityKind;

/** Whether something belongs to a kind always, if one likes, or never. */
export type Wanted = 'ALWAYS' | 'IF_WANTED' | 'NEVER';

/** What sets one kind of circle apart from another. */
export interface KindRules {
  /** Kinds that it may have as its parts. */
  holds: readonly CommunityKind[];
  /** It lives in another community and never stands alone. */
  needsParent: boolean;
  /** One task that it was made for. */
  task: Wanted;
  /** A day on which it ends. */
  end: Wanted;
  /** A project outside the platform that it belongs to. */
  project: Wanted;
}

const inCommunities = [TASK_FORCE, WORKING_GROUP, PROJECT_CIRCLE, PROGRAMME_STRAND] as const;
const communities = [COMMUNITY_OF_PRACTICE, LEARNING_SYSTEM, NETWORK] as const;
const standing = { needsParent: false, task: 'NEVER', end: 'NEVER', project: 'NEVER' } as const;

/**
 * The kinds of circles and their rules, all of them here. A network holds communities (and networks, and everything that works inside one); a
 * community of practice holds what works inside it; what has an end holds nothing but working groups.
 */
export const kindRules: Readonly<Record<CommunityKind, KindRules>> = {
  NETWORK: { ...standing, holds: [...communities, ...inCommunities] },
  LEARNING_SYSTEM: { ...standing, holds: [...communities, ...inCommunities] },
  COMMUNITY_OF_PRACTICE: { ...standing, holds: [COMMUNITY_OF_PRACTICE, ...inCommunities] },
  TASK_FORCE: { holds: [WORKING_GROUP], needsParent: false, task: 'ALWAYS', end: 'ALWAYS', project: 'IF_WANTED' },
  WORKING_GROUP: { holds: [WORKING_GROUP], needsParent: false, task: 'IF_WANTED', end: 'IF_WANTED', project: 'IF_WANTED' },
  PROJECT_CIRCLE: { holds: [WORKING_GROUP, PROGRAMME_STRAND], needsParent: false, task: 'IF_WANTED', end: 'IF_WANTED', project: 'ALWAYS' },
  PROGRAMME_STRAND: { holds: [WORKING_GROUP], needsParent: true, task: 'IF_WANTED', end: 'IF_WANTED', project: 'IF_WANTED' },
};

/** What is told of a community that only some kinds have. */
export interface Particulars {
  task: string | null;
  endsOn: string | null;
  projectName: string | null;
  projectUrl: string | null;
}

/** What a community of this kind still lacks, or has and must not have. */
export function faultsOf(
  kind: CommunityKind,
  { task, endsOn, projectName, projectUrl }: Particulars,
): { path: string; code: string; message: string }[] {
  const rules = kindRules[kind];
  const faults: { path: string; code: string; message: string }[] = [];
  const look = (path: string, wanted: Wanted, value: string | null, what: string) => {
    if (wanted === 'ALWAYS' && !value)
      faults.push({ path, code: 'NEEDED_BY_KIND', message: `A circle of this kind has ${what}. Write it.` });
    if (wanted === 'NEVER' && value)
      faults.push({ path, code: 'NOT_OF_THIS_KIND', message: `A circle of this kind has no such thing. Leave it empty.` });
  };
  look('task', rules.task, task, 'one task');
  look('endsOn', rules.end, endsOn, 'a day on which it ends');
  look('projectName', rules.project, projectName, 'a project outside');
  if (rules.project === 'NEVER') look('projectUrl', rules.project, projectUrl, '');
  if (projectUrl && !projectName)
    faults.push({ path: 'projectName', code: 'NEEDED_BY_KIND', message: 'Name the project that this address leads to.' });
  return faults;
}

/** Whether a community of one kind may be part of one of another. */
export const mayHold = (parent: CommunityKind, child: CommunityKind): boolean => kindRules[parent].holds.includes(child);
