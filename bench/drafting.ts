import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import * as Y from 'yjs';
import type { Order, Report } from './clients/editors.js';
import { idOf } from './ids.js';
import { end, type Running, said, start } from './processes.js';
import { WrongAnswer } from './rounds.js';

const root = join(import.meta.dirname, '..');
const PER_SECOND = 2;

/** Whether positions, whose texts are written together, are built. */
export async function canDraft(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('position') is not null as there`);
    return rows[0]?.there ?? false;
  });
}

/** Lets people type into a new text, and looks afterwards whether every word of them is kept once. */
export async function draft(server: Running, databaseUrl: string, editors: number, seconds: number): Promise<Report> {
  const documentId = await withClient(databaseUrl, newText);
  const child = start(['--import', './scripts/typescript.mjs', join(root, 'bench/clients/editors.ts')], {}, root);
  try {
    child.send({ url: server.url, documentId, editors, perSecond: PER_SECOND, seconds } satisfies Order);
    const report = await said<Report>(child);
    const kept = await withClient(databaseUrl, (client) => marksOf(client, documentId));
    if (kept !== report.typed) report.wrong ??= `${kept} of ${report.typed} words are kept`;
    if (report.wrong) throw new WrongAnswer(report.wrong);
    return report;
  } finally {
    await end(child);
  }
}

/** A position in the first community, of which everybody is a member, with an empty text. */
async function newText(client: pg.Client): Promise<string> {
  const [documentId, positionId, communityId, personId] = [randomUUID(), randomUUID(), idOf('community', 1), idOf('person', 1)];
  const doc = new Y.Doc();
  doc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')]);
  await client.query(`insert into live_document (id, community_id, subject_kind, subject_id) values ($1, $2, 'position', $3)`, [
    documentId,
    communityId,
    positionId,
  ]);
  await client.query('insert into document_snapshot (document_id, state) values ($1, $2)', [
    documentId,
    Buffer.from(Y.encodeStateAsUpdate(doc)),
  ]);
  await client.query(
    `insert into "position" (id, community_id, title, addressee, purpose, state, opened_by_id, document_id) values ($1, $2, 'A text', 'Whom it concerns', 'To measure', 'DRAFTING', $3, $4)`,
    [positionId, communityId, personId, documentId],
  );
  return documentId;
}

/** How many different words are in what the database has kept of the text. */
async function marksOf(client: pg.Client, documentId: string): Promise<number> {
  const { rows } = await client.query<{ bytes: Buffer }>(
    'select state as bytes from document_snapshot where document_id = $1 union all select bytes from document_update where document_id = $1',
    [documentId],
  );
  return new Set(rows.flatMap(({ bytes }) => bytes.toString('latin1').match(/k\d{3}n\d{5}/g) ?? [])).size;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
