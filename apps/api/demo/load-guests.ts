import { Guests, type GuestSubject } from '#domain/communities';
import type { Stage } from './load-demo.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface DemoGuest {
  subject: GuestSubject;
  community: string;
  title: string;
  by: string;
  guest: string;
  organisation: string;
}

/** People from outside who read along in one thing: a district officer, and the coordinator of another community. */
const guests: DemoGuest[] = [
  {
    subject: 'THREAD',
    community: 'share-network',
    title: 'How do small towns pre-finance an EU project?',
    by: 'ines',
    guest: 'jens',
    organisation: 'Kreisverwaltung Hohenbrück',
  },
  {
    subject: 'SESSION',
    community: 'share-network',
    title: 'How small towns reach EU money',
    by: 'ines',
    guest: 'jens',
    organisation: 'Kreisverwaltung Hohenbrück',
  },
  {
    subject: 'THREAD',
    community: 'partnership-skane',
    title: 'Civic orientation in the first language: what did you leave out?',
    by: 'karin',
    guest: 'ines',
    organisation: 'SHARE Network',
  },
];

/** Lets guests in before the last days' talk, so that there is something for them to read. */
export async function loadGuests(stage: Stage, hoursAgo: number): Promise<void> {
  stage.clock.show(new Date(stage.now.getTime() - hoursAgo * HOUR));
  const roll = stage.app.get(Guests);
  for (const { subject, community, title, by, guest, organisation } of guests) {
    const table = subject === 'THREAD' ? 'thread' : 'session';
    const found = await stage.database.pool.query<{ id: string }>(`select id from ${table} where community_id = $1 and title = $2`, [
      stage.communityId(community),
      title,
    ]);
    const subjectId = found.rows[0]?.id;
    if (!subjectId) throw new Error(`the demo knows no ${title}`);
    const until = new Date(stage.now.getTime() + 30 * DAY);
    const { id: guestId } = await roll.invite(await stage.actor(by), {
      subject,
      subjectId,
      personId: stage.personId(guest),
      organisation,
      until,
    });
    await roll.answer(await stage.actor(guest), { guestId, accept: true });
  }
}
