import fc from 'fast-check';
import { JoinPolicy } from '#domain/communities';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';
import { beginning } from './membership/beginning.js';
import type { Model, ModelThread, Role } from './membership/model.js';
import type { Real } from './membership/real.js';

const PEOPLE = 4;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

/** Something somebody tries: it succeeds exactly when the model says so, and then the model does it, too. */
interface Attempt {
  name: string;
  may: (model: Model) => boolean;
  act: (real: Real) => Promise<{ id: string } | null>;
  after: (model: Model, real: Real, id: string) => void;
  /** Whether it can be tried at all: groups and threads must be there first. */
  can?: (model: Model) => boolean;
}

class Try implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly attempt: Attempt) {}

  check = (model: Readonly<Model>): boolean => this.attempt.can?.(model as Model) ?? true;

  async run(model: Model, real: Real): Promise<void> {
    const expected = this.attempt.may(model);
    const answer = await this.attempt.act(real);
    expect(`${this.attempt.name}: ${answer !== null}`).toBe(`${this.attempt.name}: ${expected}`);
    if (answer) this.attempt.after(model, real, answer.id);
  }

  toString = (): string => this.attempt.name;
}

/** Everybody reads, and knows of, what the model says: looked at after every other attempt. */
class Look implements fc.AsyncCommand<Model, Real> {
  check = (model: Readonly<Model>): boolean => model.threads.length > 0;

  async run(model: Model, real: Real): Promise<void> {
    for (const who of [null, ...Array.from({ length: PEOPLE }, (_, index) => index)]) {
      const expected = [...model.threads.keys()].filter((thread) => model.mayRead(who, thread));
      expect({ who, reads: await real.readsOf(who) }).toEqual({ who, reads: expected });
      if (who === null) continue;
      if (!model.everMembers.has(who)) {
        const guestOf = [...model.threads.keys()].filter((thread) => model.isGuest(who, thread));
        expect({ who, guestOf: await real.guestReadsOf(who) }).toEqual({ who, guestOf });
      }
      const known = [...model.groups.keys()].filter((group) => model.knows(who, group));
      expect({ who, groups: await real.groupsOf(who) }).toEqual({ who, groups: known });
    }
  }

  toString = (): string => 'everybody looks';
}

const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] }] };
// The coordinator and the keeper try more, because what the others try is mostly refused.
const person = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1) }, { weight: 2, arbitrary: fc.nat({ max: PEOPLE - 1 }) });
const group = fc.nat({ max: 3 });
const role = fc.constantFrom<Role>('MEMBER', 'FACILITATOR', 'COORDINATOR');
const has = (at: number) => (model: Model) => at < model.groups.length;
const attempt = (made: Attempt) => new Try(made);

const commands = [
  person.map((who) =>
    attempt({
      name: `${who} joins`,
      may: () => true,
      act: (real) => real.does(who, 'joinCommunity', 'JoinCommunityInput', { communityId: real.communityId }, '{ community { id } }'),
      after: (model) => model.join(who),
    }),
  ),
  person.map((who) =>
    attempt({
      name: `${who} leaves`,
      may: (model) => model.mayLeave(who),
      act: (real) => real.does(who, 'leaveCommunity', 'LeaveCommunityInput', { communityId: real.communityId }),
      after: (model) => model.leave(who),
    }),
  ),
  fc.tuple(person, person).map(([who, whom]) =>
    attempt({
      name: `${who} removes ${whom}`,
      may: (model) => model.mayRemove(who, whom),
      act: async (real) => real.does(who, 'removeMember', 'RemoveMemberInput', { membershipId: await real.membershipOf(whom) }),
      after: (model) => model.leave(whom),
    }),
  ),
  fc.tuple(person, person, role).map(([who, whom, given]) =>
    attempt({
      name: `${who} makes ${whom} a ${given}`,
      may: (model) => model.mayGive(who, whom, given),
      act: async (real) => real.does(who, 'changeRole', 'ChangeRoleInput', { membershipId: await real.membershipOf(whom), role: given }),
      after: (model) => void model.members.set(whom, given),
    }),
  ),
  fc.tuple(person, person, group).map(([who, whom, thread]) =>
    attempt({
      name: `${who} lets ${whom} read thread ${thread} as a guest`,
      can: (model) => thread < model.threads.length && !model.everMembers.has(whom),
      may: (model) => model.mayLetIn(who, whom, thread),
      act: (real) => real.letsIn(who, whom, thread),
      after: (model) => void model.guests.set(thread, new Set(model.guests.get(thread)).add(whom)),
    }),
  ),
  fc.tuple(person, person, group).map(([who, whom, thread]) =>
    attempt({
      name: `${who} ends what ${whom} sees of thread ${thread}`,
      can: (model) => thread < model.threads.length && !model.everMembers.has(whom),
      may: (model) => model.mayEndGuest(who, whom, thread),
      act: async (real) => real.does(who, 'endGuest', 'EndGuestInput', { guestId: await real.guestOf(whom, thread) }),
      after: (model) => void model.guests.get(thread)?.delete(whom),
    }),
  ),
  fc.tuple(person, fc.boolean(), fc.boolean()).map(([who, isHidden, wantsOpen]) => {
    const isOpen = wantsOpen && !isHidden;
    const joinPolicy = isOpen ? JoinPolicy.OPEN : JoinPolicy.BY_INVITATION;
    return attempt({
      name: `${who} founds a ${isHidden ? 'hidden' : isOpen ? 'open' : 'closed'} group`,
      can: (model) => model.groups.length < 4,
      may: (model) => model.mayFound(who),
      act: (real) =>
        real.does(who, 'foundGroup', 'FoundGroupInput', {
          communityId: real.communityId,
          name: 'Group',
          purpose: 'Talk',
          isHidden,
          joinPolicy,
        }),
      after: (model, real, id) => {
        model.groups.push({ isHidden, isOpen, isArchived: false, people: new Map([[who, true]]) });
        real.groupIds.push(id);
      },
    });
  }),
  fc.tuple(person, group).map(([who, at]) =>
    attempt({
      name: `${who} comes into group ${at}`,
      can: has(at),
      may: (model) => model.mayJoinGroup(who, at),
      act: (real) => real.does(who, 'joinGroup', 'JoinGroupInput', { groupId: real.groupIds[at] }),
      after: (model) => void (model.isIn(who, at) || model.groups[at]?.people.set(who, false)),
    }),
  ),
  fc.tuple(person, person, group).map(([who, whom, at]) =>
    attempt({
      name: `${who} brings ${whom} into group ${at}`,
      can: has(at),
      may: (model) => model.mayAdd(who, whom, at),
      act: (real) => real.does(who, 'addToGroup', 'AddToGroupInput', { groupId: real.groupIds[at], personId: real.people[whom] }),
      after: (model) => void (model.isIn(whom, at) || model.groups[at]?.people.set(whom, false)),
    }),
  ),
  fc.tuple(person, person, group).map(([who, whom, at]) =>
    attempt({
      name: `${who} takes ${whom} out of group ${at}`,
      can: has(at),
      may: (model) => model.mayTakeOut(who, whom, at),
      act: async (real) => real.does(who, 'removeFromGroup', 'RemoveFromGroupInput', { groupMembershipId: await real.partOf(whom, at) }),
      after: (model) => model.leaveGroup(whom, at),
    }),
  ),
  fc.tuple(person, group).map(([who, at]) =>
    attempt({
      name: `${who} leaves group ${at}`,
      can: has(at),
      may: (model) => model.isIn(who, at),
      act: (real) => real.does(who, 'leaveGroup', 'GroupInput', { groupId: real.groupIds[at] }),
      after: (model) => model.leaveGroup(who, at),
    }),
  ),
  fc.tuple(person, group).map(([who, at]) =>
    attempt({
      name: `${who} archives group ${at}`,
      can: has(at),
      may: (model) => model.mayArchive(who, at),
      act: (real) => real.does(who, 'archiveGroup', 'GroupInput', { groupId: real.groupIds[at] }),
      after: (model) => void Object.assign(model.groups[at] ?? {}, { isArchived: true }),
    }),
  ),
  fc.tuple(person, fc.constantFrom<ModelThread['level']>('PUBLIC', 'COMMUNITY', 'GROUP', 'GROUP'), group).map(([who, level, at]) => {
    const inGroup = level === 'GROUP' ? at : null;
    return attempt({
      name: `${who} starts a thread for ${level}${inGroup === null ? '' : ` ${inGroup}`}`,
      can: (model) => inGroup === null || has(inGroup)(model),
      may: (model) => model.mayStart(who, inGroup),
      act: (real) => {
        const groupId = inGroup === null ? null : real.groupIds[inGroup];
        return real.does(who, 'startThread', 'StartThreadInput', {
          communityId: real.communityId,
          groupId,
          level,
          title: 'A thread',
          body,
        });
      },
      after: (model, real, id) => {
        model.threads.push({ level, group: inGroup });
        real.threadIds.push(id);
      },
    });
  }),
  fc.constant(new Look()),
];

it('no sequence of calls gives anybody more than the model does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { size: 'large', maxCommands: 60 }), async (sequence) => {
      await fc.asyncModelRun(() => beginning(app, PEOPLE), [...sequence, new Look()] as unknown as Iterable<fc.AsyncCommand<Model, Real>>);
    }),
    { numRuns: Number(process.env['MEMBERSHIP_RUNS'] ?? 12), endOnFailure: true },
  );
}, 240_000);
