import { plainToRichText } from '#content';
import { GroupMemberships, Groups, JoinPolicy } from '#domain/communities';
import { Threads, Posts } from '#domain/discussions';
import type { Stage } from './load-demo.js';

const HOUR = 3_600_000;
const D = 24;

interface DemoGroup {
  community: string;
  name: string;
  purpose: string;
  isHidden: boolean;
  joinPolicy: JoinPolicy;
  keeper: string;
  others: string[];
  asks?: string;
  threads: { title: string; posts: [by: string, hoursAgo: number, text: string][] }[];
}

const groups: DemoGroup[] = [
  {
    community: 'share-network',
    name: 'What went wrong',
    purpose: 'Failures, told frankly: what we tried, what it cost, and what we would not do again. Nothing of it leaves this room.',
    isHidden: false,
    joinPolicy: JoinPolicy.ON_REQUEST,
    keeper: 'ines',
    others: ['leyla', 'marek', 'sabine'],
    asks: 'claire',
    threads: [
      {
        title: 'The flat that stood empty for nine months',
        posts: [
          [
            'leyla',
            9 * D,
            'We rented it before we had spoken to the neighbours. They wrote to the paper. The family we had meant it for moved to the city, and I still pay for the heating.\n\nI have never told this in a meeting.',
          ],
          ['marek', 8 * D, 'Ours was a minibus. Eleven thousand, and nobody in the village had the licence to drive it.'],
          [
            'sabine',
            5 * D,
            'Danke, dass ihr das sagt. Bei uns war es der Dolmetscherdienst: eingekauft, bevor jemand gefragt hat, welche Sprachen gebraucht werden.',
          ],
        ],
      },
    ],
  },
];

/** Closed rooms and what is said in them. */
export async function loadGroups(stage: Stage): Promise<void> {
  for (const group of groups) {
    const first = Math.max(...group.threads.flatMap(({ posts }) => posts.map(([, hoursAgo]) => hoursAgo)));
    stage.clock.show(new Date(stage.now.getTime() - (first + D) * HOUR));
    const { name, purpose, isHidden, joinPolicy, keeper, others } = group;
    const communityId = stage.communityId(group.community);
    const { id: groupId } = await stage.app
      .get(Groups)
      .found(await stage.actor(keeper), { communityId, name, purpose, isHidden, joinPolicy });
    const memberships = stage.app.get(GroupMemberships);
    for (const other of others) await memberships.add(await stage.actor(keeper), { groupId, personId: stage.personId(other) });
    for (const thread of group.threads) {
      let threadId = '';
      for (const [by, hoursAgo, text] of thread.posts) {
        stage.clock.show(new Date(stage.now.getTime() - hoursAgo * HOUR));
        const actor = await stage.actor(by);
        const body = plainToRichText(text);
        if (threadId) await stage.app.get(Posts).reply(actor, { threadId, body });
        else threadId = (await stage.app.get(Threads).start(actor, { communityId, groupId, title: thread.title, body })).id;
      }
    }
    if (group.asks) {
      stage.clock.show(new Date(stage.now.getTime() - 5 * HOUR));
      await memberships.join(await stage.actor(group.asks), {
        groupId,
        message: 'I would tell you about our first summer, if you let me in.',
      });
    }
  }
}
