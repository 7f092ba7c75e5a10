import * as Y from 'yjs';
import { EndorsementAnswer, Position, Positions, Publications, Rounds } from '#domain/advocacy';
import { Documents } from '#domain/writing';
import type { Stage } from './load-demo.js';
import { type DemoBlock, type DemoPosition, positions } from './stands.js';

const DAY = 86_400_000;
const FOUR_IN_THE_AFTERNOON = 16 * 3_600_000;

/** Written block by block, each by its author, as in the editor. */
export async function loadPositions(stage: Stage): Promise<void> {
  for (const position of positions) await loadPosition(stage, position);
}

async function loadPosition(stage: Stage, demo: DemoPosition): Promise<void> {
  const { app, clock, now } = stage;
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  const afternoon = (days: number) => new Date(Math.floor(now.getTime() / DAY + days) * DAY + FOUR_IN_THE_AFTERNOON);
  clock.show(at(-demo.openedDaysAgo));
  const coordinator = await stage.actor(demo.by);
  const { id: positionId, documentId } = await app.get(Positions).open(coordinator, {
    communityId: stage.communityId(demo.community),
    title: demo.title,
    addressee: demo.addressee,
    purpose: demo.purpose,
    policyProcessId: demo.process,
    deadline: afternoon(demo.deadline),
  });
  await stage.database.dataSource.manager.update(Position, { id: positionId }, { isDemo: true });
  await write(stage, documentId, demo.text);
  if (!demo.round) return;
  clock.show(at(-demo.round.openedDaysAgo));
  await app.get(Rounds).freeze(coordinator, { positionId, closesAt: afternoon(demo.round.closesInDays) });
  for (const [index, [organisation, answer, reason]] of demo.round.answers.entries()) {
    clock.show(at(-demo.round.openedDaysAgo + (index + 1) / 2));
    await app.get(Rounds).answer(await stage.actor(speakerOf(organisation)), {
      positionId,
      organisationId: stage.organisationId(organisation),
      answer: EndorsementAnswer[answer],
      reason: reason ?? null,
    });
  }
  if (!demo.outcome) return;
  clock.show(at(demo.round.closesInDays + 1));
  await app.get(Rounds).decide(coordinator, { positionId, adopted: demo.outcome.adopted, statement: demo.outcome.statement });
  if (demo.outcome.isPublished) await app.get(Publications).publish(coordinator, { positionId });
}

const SPEAKERS: Record<string, string> = {
  vila: 'leyla',
  casa: 'ines',
  quay: 'fatou',
  zacatek: 'tomas',
  spilno: 'oksana',
  dolna: 'marek',
  akersund: 'annika',
  rural: 'eero',
  hohen: 'sabine',
  ghentaid: 'joost',
  care: 'amparo',
  terra: 'basma',
  pont: 'claire',
  bab: 'nour',
};
const speakerOf = (organisation: string): string => SPEAKERS[organisation] ?? '';

/** The first block fills the paragraph that the server seeds; the others follow it. */
async function write(stage: Stage, documentId: string, blocks: DemoBlock[]): Promise<void> {
  const documents = stage.app.get(Documents);
  const doc = new Y.Doc();
  for (const [index, [by, text]] of blocks.entries()) {
    const actor = await stage.actor(by);
    const open = await documents.get(actor, documentId);
    Y.applyUpdate(doc, await documents.missingFor(open, Y.encodeStateVector(doc)));
    // A client of its own for each block: who wrote what is known by it.
    const writer = new Y.Doc();
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(writer);
    const body = writer.getXmlFragment('body');
    writer.transact(() => {
      const isHeading = text.startsWith('## ');
      const words = new Y.XmlText(isHeading ? text.slice(3) : text);
      if (index === 0) return (body.get(0) as Y.XmlElement).insert(0, [words]);
      const block = new Y.XmlElement(isHeading ? 'heading' : 'paragraph');
      if (isHeading) block.setAttribute('level', 2 as unknown as string);
      block.insert(0, [words]);
      body.insert(body.length, [block]);
    });
    await documents.write(actor, open, Y.encodeStateAsUpdate(writer, before), null);
  }
}
