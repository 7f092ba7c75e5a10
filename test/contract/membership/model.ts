/** What somebody is in the one community of the model. */
export type Role = 'MEMBER' | 'FACILITATOR' | 'COORDINATOR';
const RANKS: Role[] = ['MEMBER', 'FACILITATOR', 'COORDINATOR'];

export interface ModelGroup {
  isHidden: boolean;
  isOpen: boolean;
  isArchived: boolean;
  /** In the order in which they came; true for keepers. */
  people: Map<number, boolean>;
}
export interface ModelThread {
  level: 'PUBLIC' | 'COMMUNITY' | 'GROUP';
  group: number | null;
}

/** The rules of membership and visibility once more, as plain as they can be said: a public, open community with groups. People are numbers. */
export class Model {
  readonly members = new Map<number, Role>();
  readonly groups: ModelGroup[] = [];
  readonly threads: ModelThread[] = [];

  /** Who reads along in a thread as a guest, and whoever was a member once: a member is no guest, and is not watched as one afterwards. */
  readonly guests = new Map<number, Set<number>>();
  readonly everMembers = new Set<number>();

  isMember = (who: number): boolean => this.members.has(who);
  reaches = (who: number, role: Role): boolean => RANKS.indexOf(this.members.get(who) ?? ('' as Role)) >= RANKS.indexOf(role);
  isIn = (who: number, group: number): boolean => this.isMember(who) && this.groups[group]?.people.has(who) === true;
  keeps = (who: number, group: number): boolean => this.isIn(who, group) && this.groups[group]?.people.get(who) === true;
  knows = (who: number, group: number): boolean => this.isMember(who) && (this.groups[group]?.isHidden === false || this.isIn(who, group));
  private isLastCoordinator = (who: number): boolean =>
    this.members.get(who) === 'COORDINATOR' && [...this.members.values()].filter((role) => role === 'COORDINATOR').length === 1;

  mayRead(who: number | null, thread: number): boolean {
    const { level, group } = this.threads[thread] as ModelThread;
    if (level === 'PUBLIC') return true;
    if (who === null) return false;
    return group === null ? this.isMember(who) : this.isIn(who, group);
  }
  isGuest = (who: number, thread: number): boolean => this.guests.get(thread)?.has(who) === true;
  mayLetIn = (who: number, whom: number, thread: number): boolean =>
    this.threads[thread]?.level === 'COMMUNITY' && this.reaches(who, 'FACILITATOR') && !this.isMember(whom) && !this.isGuest(whom, thread);
  mayEndGuest = (who: number, whom: number, thread: number): boolean =>
    this.isGuest(whom, thread) && (who === whom || this.reaches(who, 'FACILITATOR'));
  mayLeave = (who: number): boolean => this.isMember(who) && !this.isLastCoordinator(who);
  mayRemove = (who: number, whom: number): boolean =>
    this.reaches(who, 'COORDINATOR') && this.isMember(whom) && !this.isLastCoordinator(whom);
  mayGive = (who: number, whom: number, role: Role): boolean =>
    this.reaches(who, 'COORDINATOR') && this.isMember(whom) && (role === 'COORDINATOR' || !this.isLastCoordinator(whom));
  mayFound = (who: number): boolean => this.reaches(who, 'COORDINATOR');
  mayStart = (who: number, group: number | null): boolean =>
    group === null ? this.isMember(who) : this.isIn(who, group) && this.groups[group]?.isArchived === false;
  mayJoinGroup = (who: number, group: number): boolean =>
    this.isIn(who, group) || (this.knows(who, group) && this.groups[group]?.isOpen === true && !this.groups[group]?.isArchived);
  mayAdd = (who: number, whom: number, group: number): boolean =>
    this.keeps(who, group) && this.groups[group]?.isArchived === false && this.isMember(whom);
  mayTakeOut = (who: number, whom: number, group: number): boolean => this.keeps(who, group) && this.isIn(whom, group);
  mayArchive = (who: number, group: number): boolean => this.keeps(who, group) && this.groups[group]?.isArchived === false;

  join(who: number): void {
    if (!this.isMember(who)) this.members.set(who, 'MEMBER');
    this.everMembers.add(who);
  }

  leave(who: number): void {
    for (const group of this.groups.keys()) this.leaveGroup(who, group);
    this.members.delete(who);
  }

  /** Whoever is there longest keeps it on; an empty one is archived. */
  leaveGroup(who: number, at: number): void {
    const group = this.groups[at];
    if (!group?.people.delete(who)) return;
    if (group.people.size === 0) group.isArchived = true;
    const [heir] = group.people.keys();
    if (heir !== undefined && ![...group.people.values()].includes(true)) group.people.set(heir, true);
  }
}
