import type { TestApp } from '../../../apps/api/testing.js';

/** The application as the model's people use it: numbers stand for ids. */
export class Real {
  readonly groupIds: string[] = [];
  readonly threadIds: string[] = [];

  constructor(
    private readonly app: TestApp,
    readonly communityId: string,
    readonly people: string[],
  ) {}

  /** Whether the mutation was allowed. */
  async does(who: number, name: string, type: string, input: object, fields = '{ id }'): Promise<{ id: string } | null> {
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) ${fields} }`;
    const answer = await this.app.graphql(text, { input }, { as: this.people[who] });
    if (answer.status >= 500 || answer.errors?.[0]?.extensions.code === 'INTERNAL')
      throw new Error(`${name} failed: ${JSON.stringify(answer)}`);
    return answer.errors ? null : (answer.data[name] as { id: string });
  }

  async membershipOf(who: number): Promise<string> {
    const values = [this.communityId, this.people[who]];
    const [row] = await this.app.sql('select id from membership where community_id = $1 and person_id = $2', values);
    return (row?.['id'] as string | undefined) ?? '00000000-0000-4000-8000-000000000000';
  }

  async partOf(who: number, group: number): Promise<string> {
    const [row] = await this.app.sql('select id from group_membership where group_id = $1 and person_id = $2', [
      this.groupIds[group],
      this.people[who],
    ]);
    return (row?.['id'] as string | undefined) ?? '00000000-0000-4000-8000-000000000000';
  }

  /** The numbers of the threads that somebody reads: one by one, and in the list, which must say the same. */
  async readsOf(who: number | null): Promise<number[]> {
    const as = who === null ? undefined : this.people[who];
    const reads: number[] = [];
    for (const [thread, id] of this.threadIds.entries()) {
      const { errors } = await this.app.graphql('query ($id: ID!) { thread(id: $id) { id posts { nodes { id } } } }', { id }, { as });
      if (!errors) reads.push(thread);
    }
    const list = await this.app.graphql(
      'query ($id: ID!) { threads(communityId: $id, first: 100) { nodes { id } } }',
      { id: this.communityId },
      { as },
    );
    const listed = list.data['threads'].nodes
      .map(({ id }: { id: string }) => this.threadIds.indexOf(id))
      .sort((a: number, b: number) => a - b);
    expect(listed).toEqual(reads);
    return reads;
  }

  /** Lets somebody in as a guest, who says yes. */
  async letsIn(who: number, whom: number, thread: number): Promise<{ id: string } | null> {
    const until = new Date(this.app.clock.now().getTime() + 86_400_000).toISOString();
    const input = { subject: 'THREAD', subjectId: this.threadIds[thread], personId: this.people[whom], organisation: 'Ministry', until };
    const guest = await this.does(who, 'inviteGuest', 'InviteGuestInput', input);
    return (
      guest && this.does(whom, 'answerGuestInvitation', 'AnswerGuestInvitationInput', { guestId: guest.id, accept: true }).then(() => guest)
    );
  }

  async guestOf(whom: number, thread: number): Promise<string> {
    const values = [this.threadIds[thread], this.people[whom]];
    const [row] = await this.app.sql('select id from guest where subject_id = $1 and person_id = $2 and ended_at is null', values);
    return (row?.['id'] as string | undefined) ?? '00000000-0000-4000-8000-000000000000';
  }

  /** The numbers of the threads that somebody reads as a guest. */
  async guestReadsOf(who: number): Promise<number[]> {
    const reads: number[] = [];
    for (const [thread, id] of this.threadIds.entries())
      if (!(await this.app.graphql('query ($id: ID!) { guestThread(id: $id) { id } }', { id }, { as: this.people[who] })).errors)
        reads.push(thread);
    return reads;
  }

  /** The numbers of the groups that somebody knows of. */
  async groupsOf(who: number): Promise<number[]> {
    const text = 'query ($id: ID!) { group(id: $id) { id } }';
    const known: number[] = [];
    for (const [group, id] of this.groupIds.entries())
      if (!(await this.app.graphql(text, { id }, { as: this.people[who] })).errors) known.push(group);
    return known;
  }
}
