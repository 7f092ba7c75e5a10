import { setTimeout as sleep } from 'node:timers/promises';
import * as awareness from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Membership } from '#domain/communities';
import { Rooms } from '#platform/realtime';
import { createServer } from '../../../apps/api/server.js';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildPerson } from '../people/testing.js';
import { colourOf } from './carets.js';
import { DocumentRules } from './document-rules.js';
import { DocumentStore } from './document-store.js';
import { Documents } from './documents.service.js';
import { buildDocument, connect, TestWriter } from './testing.js';
import { BODY } from './update-check.js';
import { Versions } from './versions.service.js';

/** Members read; all of them write but the one who only reads. */
const readers = new Set<string>();
const communityOfText = new Map<string, string>();
const defineLetters = (app: { get: TestApp['get'] }) =>
  app.get(DocumentRules).define<string>('letter', {
    load: (subjectId) => Promise.resolve(communityOfText.get(subjectId) ?? null),
    mayRead: (actor, communityId) => actor.isMemberOf(communityId),
    mayWrite: (actor) => !readers.has(actor.personId),
  });

let app: TestApp;
const writers: TestWriter[] = [];

beforeAll(async () => {
  app = await startTestApp();
  defineLetters(app);
});
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close();
});
afterAll(() => app.stop());

const letter = async () => {
  const communityId = (await buildCommunity(app)).id;
  const document = await buildDocument(app, 'letter', communityId);
  communityOfText.set(document.subjectId, communityId);
  const member = async (name = 'Ada Almeida') =>
    (await buildMembership(app, { communityId, personId: (await buildPerson(app, { name })).id })).personId;
  const writer = async (personId?: string) => {
    const opened = await TestWriter.open(app, personId ?? (await member()), document.id);
    writers.push(opened);
    return opened;
  };
  return { document, communityId, member, writer };
};

const until = async (holds: () => boolean) => {
  for (let tries = 0; tries < 300 && !holds(); tries++) await sleep(10);
  expect(holds()).toBe(true);
};
const version = async (documentId: string) => {
  const person = await buildPerson(app);
  return app.database.transaction((tx) => app.get(Versions).name(tx, { documentId, name: 'Look', personId: person.id, isFrozen: false }));
};
const textNow = async (documentId: string) => (await version(documentId)).plainText.trim();

describe('writing together', () => {
  it('begins with one empty paragraph for everyone', async () => {
    const { writer } = await letter();
    const [ada, noor] = [await writer(), await writer()];
    expect(ada.doc.getXmlFragment(BODY).length).toBe(1);
    ada.type('Hello');
    await until(() => noor.text === 'Hello');
    expect(noor.doc.getXmlFragment(BODY).length).toBe(1);
  });

  it('converges when two type in the same paragraph at once, letter by letter', async () => {
    const { document, writer } = await letter();
    const [ada, noor] = [await writer(), await writer()];
    ada.type('Middle text.');
    await until(() => noor.text === 'Middle text.');
    const front = 'Together with partners, ';
    const back = ' And please fund them well.';
    await Promise.all([
      (async () => {
        for (const [place, sign] of Array.from(front).entries()) {
          ada.type(sign, place);
          await sleep(3);
        }
      })(),
      (async () => {
        for (const sign of back) {
          noor.type(sign);
          await sleep(2);
        }
      })(),
    ]);
    await Promise.all([ada.settled(), noor.settled()]);
    const whole = `${front}Middle text.${back}`;
    await until(() => ada.text === whole && noor.text === whole);
    expect(await textNow(document.id)).toBe(whole);
    expect([...ada.refusals, ...noor.refusals]).toEqual([]);
  });

  it('merges what was written offline', async () => {
    const { document, writer } = await letter();
    const [ada, noor] = [await writer(), await writer()];
    ada.type('One.');
    await until(() => noor.text === 'One.');
    noor.disconnect();
    noor.type(' Three, from the train.');
    ada.type('Two. ', 0);
    await ada.settled();
    await noor.reconnect();
    await until(() => ada.text === noor.text && ada.text.includes('train'));
    expect(ada.text).toBe('Two. One. Three, from the train.');
    expect(await textNow(document.id)).toBe(ada.text);
  });

  it('shows carets with the names and colours that the server knows', async () => {
    const { member, writer } = await letter();
    const noorId = await member('Noor Haddad');
    const [ada, noor] = [await writer(), await writer(noorId)];
    const cursor = {
      anchor: { type: null, tname: 'body', item: null, assoc: 0 },
      head: { type: null, tname: 'body', item: null, assoc: 0 },
    };
    noor.awareness.setLocalState({ user: { name: 'The Mayor', color: 'red', id: 'x' }, cursor, secret: 'hidden' });
    const said = awareness.encodeAwarenessUpdate(noor.awareness, [noor.doc.clientID]);
    expect(await noor.say('y:awareness', { documentId: noor.documentId, update: said })).toEqual({ ok: true });
    await until(() => ada.awareness.getStates().has(noor.doc.clientID));
    expect(ada.awareness.getStates().get(noor.doc.clientID)).toEqual({
      cursor,
      user: { id: noorId, name: 'Noor Haddad', color: colourOf(noorId) },
    });
    noor.disconnect();
    await until(() => !ada.awareness.getStates().has(noor.doc.clientID));
  });

  it('tells carets at most ten times a second, and of nobody but the sender', async () => {
    const { writer } = await letter();
    const [ada, noor] = [await writer(), await writer()];
    for (let move = 0; move < 40; move++) {
      noor.awareness.setLocalState({ cursor: null, move });
      void noor.say('y:awareness', {
        documentId: noor.documentId,
        update: awareness.encodeAwarenessUpdate(noor.awareness, [noor.doc.clientID]),
      });
      await sleep(10);
    }
    await sleep(150);
    const told = ada.heard.filter(({ event }) => event === 'y:awareness');
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told.length).toBeLessThanOrEqual(9);
    // Somebody else's caret cannot be moved or taken away.
    ada.awareness.setLocalState({ cursor: null });
    await ada.say('y:awareness', {
      documentId: ada.documentId,
      update: awareness.encodeAwarenessUpdate(ada.awareness, [ada.doc.clientID]),
    });
    await until(() => noor.awareness.getStates().has(ada.doc.clientID));
    awareness.removeAwarenessStates(noor.awareness, [ada.doc.clientID], 'test');
    await noor.say('y:awareness', {
      documentId: ada.documentId,
      update: awareness.encodeAwarenessUpdate(noor.awareness, [ada.doc.clientID]),
    });
    const newcomer = await writer();
    await until(() => newcomer.awareness.getStates().has(ada.doc.clientID));
  });
});

describe('what is acknowledged', () => {
  it('is still there when the server dies in the middle of it, and writers only have to come back', async () => {
    const { document, communityId, member } = await letter();
    const first = await createServer(app.config, app.databaseUrl, '', app.clock);
    await first.listen(0, '127.0.0.1');
    defineLetters({ get: ((type: never) => first.get(type, { strict: false })) as TestApp['get'] });
    const address = (await first.getUrl()).replace('[::1]', '127.0.0.1');
    const people = await Promise.all([member(), member(), member(), member()]);
    const typing = await Promise.all(people.map((personId) => TestWriter.open(app, personId, document.id, address)));
    writers.push(...typing);
    for (let paragraphs = 1; paragraphs < typing.length; paragraphs++) typing[0]?.newParagraph();
    await typing[0]?.settled();
    await until(() => typing.every((writer) => writer.doc.getXmlFragment(BODY).length === 4));
    let stop = false;
    const busy = typing.map(async (writer, place) => {
      for (let count = 0; !stop; count++) {
        writer.type(`<${place}.${count}>`, undefined, place);
        await sleep(2);
      }
    });
    await until(() => typing.flatMap((writer) => writer.acknowledged).length > 150);
    // As sudden as a power cut: its connections to the database and to the writers are gone, and it gets no say.
    const pool = (first.get(DocumentStore, { strict: false }) as unknown as { database: TestApp['database'] }).database.pool;
    const pids = (pool as unknown as { _clients: { processID: number }[] })._clients.map((client) => client.processID);
    pool.on('error', () => undefined);
    await app.sql('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [pids]);
    for (const writer of typing) writer.disconnect();
    stop = true;
    await Promise.all(busy);
    await Promise.all(typing.map((writer) => writer.settled()));
    const acknowledged = typing.flatMap((writer) => writer.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(100);
    // The other server has never seen this text.
    const stored = await textNow(document.id);
    expect(acknowledged.filter((piece) => !stored.includes(piece))).toEqual([]);
    const returned = await TestWriter.open(app, people[0] ?? '', document.id);
    writers.push(returned);
    expect(acknowledged.filter((piece) => !returned.text.includes(piece))).toEqual([]);
    expect(communityId).toBeTruthy();
    await first.close().catch(() => undefined);
  }, 30_000);

  it('survives compaction, with who wrote what', async () => {
    const { document, member, writer } = await letter();
    const [adaId, noorId] = [await member(), await member()];
    const [ada, noor] = [await writer(adaId), await writer(noorId)];
    for (let count = 0; count < 30; count++) ada.type('a');
    await ada.settled();
    await until(() => noor.text.length === 30);
    noor.type('ночі😀', 10);
    await noor.settled();
    await until(() => ada.text.length === 36);
    ada.paragraph(0).delete(0, 4);
    await ada.settled();
    const before = await version(document.id);
    await app.get(DocumentStore).compact(document.id);
    expect(await app.sql('select 1 from document_update where document_id = $1', [document.id])).toEqual([]);
    noor.type('!');
    await noor.settled();
    const after = await version(document.id);
    expect(after.plainText).toBe(`${before.plainText.trim()}!`);
    expect(before.authorship.map((block) => block.authors)).toEqual([
      [
        { personId: adaId, characters: 26 },
        { personId: noorId, characters: 5 },
      ],
    ]);
    expect(after.authorship[0]?.authors).toContainEqual({ personId: noorId, characters: 6 });
    expect(after.number).toBe(before.number + 1);
  });
});

describe('who may write', () => {
  it('is asked on every change', async () => {
    const { document, member, writer } = await letter();
    const readerId = await member();
    const [ada, reader] = [await writer(), await writer(readerId)];
    readers.add(readerId);
    const again = await TestWriter.open(app, readerId, document.id);
    writers.push(again);
    expect(again.mayWrite).toBe(false);
    expect(again.refusals).toEqual([]); // synchronising without a word of one's own is no writing
    reader.type('I should not');
    await reader.settled();
    expect(reader.refusals.map(({ code }) => code)).toEqual(['MAY_NOT_WRITE']);
    ada.type('I may');
    await until(() => again.text === 'I may');
    expect(await textNow(document.id)).toBe('I may');
  });

  it('cannot write under the mark of another', async () => {
    const { document, writer } = await letter();
    const [ada, noor] = [await writer(), await writer()];
    ada.type('Mine.');
    await ada.settled();
    await until(() => noor.text === 'Mine.');
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(noor.doc));
    forged.clientID = ada.doc.clientID;
    const before = Y.encodeStateVector(forged);
    ((forged.getXmlFragment(BODY).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(5, ' And yours.');
    const update = Y.encodeStateAsUpdate(forged, before);
    expect(await noor.say('y:update', { documentId: document.id, update })).toMatchObject({ ok: false, code: 'FOREIGN_AUTHOR' });
    // Nor under the server's, which put the first paragraph there.
    const seed = [...Y.decodeStateVector(Y.encodeStateVector(noor.doc)).keys()].find((id) => id !== ada.doc.clientID) ?? 0;
    const asServer = new Y.Doc();
    Y.applyUpdate(asServer, Y.encodeStateAsUpdate(noor.doc));
    asServer.clientID = seed;
    asServer.getXmlFragment(BODY).push([new Y.XmlElement('paragraph')]);
    expect(await noor.say('y:update', { documentId: document.id, update: Y.encodeStateAsUpdate(asServer, before) })).toMatchObject({
      code: 'FOREIGN_AUTHOR',
    });
    expect(await textNow(document.id)).toBe('Mine.');
  });

  it('ends for all at the moment the text is closed, and begins again', async () => {
    const { document, writer } = await letter();
    const [ada, noor] = [await writer(), await writer()];
    ada.type('Open. ');
    await ada.settled();
    await app.database.transaction((tx) => app.get(Documents).close(tx, document.id));
    await until(() => !ada.mayWrite && !noor.mayWrite);
    noor.type('Closed.');
    await noor.settled();
    expect(noor.refusals.map(({ code }) => code)).toEqual(['TEXT_IS_CLOSED']);
    expect(await textNow(document.id)).toBe('Open.');
    await app.database.transaction((tx) => app.get(Documents).reopen(tx, document.id));
    await until(() => noor.mayWrite);
    await noor.join(); // what was kept is sent now
    await until(() => ada.text.includes('Closed.'));
  });

  it('is refused by the database when this process does not know yet that the text was closed', async () => {
    const { document, writer } = await letter();
    const ada = await writer();
    ada.type('In. ');
    await ada.settled();
    await app.sql('update live_document set is_open = false where id = $1', [document.id]);
    ada.type('Out.');
    await ada.settled();
    expect(ada.refusals.map(({ code }) => code)).toEqual(['TEXT_IS_CLOSED']);
    await until(() => ada.heard.some(({ event }) => event === 'y:resync'));
    expect(await textNow(document.id)).toBe('In.');
  });

  it('ends with membership: nothing more is heard or taken from the moment the removal is acknowledged', async () => {
    const { document, communityId, member, writer } = await letter();
    const noorId = await member();
    const [ada, noor] = [await writer(), await writer(noorId)];
    let stop = false;
    const busy = (async () => {
      while (!stop) {
        ada.type('a');
        noor.type('n');
        await sleep(2);
      }
    })();
    await sleep(200);
    await app.database.dataSource.manager.delete(Membership, { communityId, personId: noorId });
    await app.get(Rooms).recheck(noorId);
    const last = (
      await app.sql<{ seq: string }>('select coalesce(max(seq), 0) as seq from document_update where document_id = $1', [document.id])
    )[0]?.seq;
    const heard = noor.heard.length;
    await sleep(300);
    stop = true;
    await busy;
    await Promise.all([ada.settled(), noor.settled()]);
    const after = noor.heard.slice(heard).filter(({ event }) => event !== 'y:closed');
    // A message may have been on the wire at that very moment, but nothing that was written later arrives.
    expect(after.length).toBeLessThanOrEqual(2);
    expect(noor.heard.at(-1)?.event).toBe('y:closed');
    const later = await app.sql<{ person_id: string }>(
      'select distinct person_id from document_update where document_id = $1 and seq > $2',
      [document.id, last],
    );
    expect(later.length).toBe(1);
    expect(later[0]?.person_id).not.toBe(noorId);
    expect(noor.refusals.at(-1)?.code).toBe('NOT_FOUND');
    expect(await noor.say('y:join', { documentId: document.id })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });

  it('does not let strangers to the community, or unknown texts, be told apart', async () => {
    const { document } = await letter();
    const outsider = (await buildPerson(app)).id;
    const socket = await connect(app, outsider);
    const foreign: unknown = await socket.emitWithAck('y:join', { documentId: document.id });
    const unknown: unknown = await socket.emitWithAck('y:join', { documentId: '00000000-0000-4000-8000-000000000000' });
    expect(foreign).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(unknown).toEqual(foreign);
    for (const [event, more] of [
      ['y:update', { update: new Uint8Array([0, 0]) }],
      ['y:sync', { message: new Uint8Array([0, 1, 0]) }],
      ['y:awareness', { update: new Uint8Array([0]) }],
    ] as const) {
      expect(await socket.emitWithAck(event, { documentId: document.id, ...more })).toEqual(foreign);
    }
    socket.disconnect();
  });
});

describe('what is no change', () => {
  it('is refused with a reason, and the text stays as it was', async () => {
    const { document, writer } = await letter();
    const [ada, noor] = [await writer(), await writer()];
    ada.type('A sentence to keep.');
    await ada.settled();
    await until(() => noor.text === 'A sentence to keep.');
    const { id: documentId } = document;
    const scratch = new Y.Doc();
    Y.applyUpdate(scratch, Y.encodeStateAsUpdate(noor.doc));
    const start = Y.encodeStateVector(scratch);
    ((scratch.getXmlFragment(BODY).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Whole.');
    const whole = Y.encodeStateAsUpdate(scratch, start);
    for (let cut = 0; cut < whole.length; cut++) {
      expect(await noor.say('y:update', { documentId, update: whole.slice(0, cut) })).toMatchObject({
        ok: false,
        code: expect.stringMatching(/DAMAGED|INCOMPLETE/),
      });
    }
    let state = 20261121;
    const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
    for (let round = 0; round < 200; round++) {
      const bytes = Uint8Array.from({ length: 1 + Math.floor(random() * 80) }, () => Math.floor(random() * 256));
      const answer = await noor.say('y:update', { documentId, update: bytes });
      // A few random bytes happen to say nothing at all.
      if (!answer.ok) expect(answer.code).toMatch(/DAMAGED|INCOMPLETE|FOREIGN|TOO_MANY/);
      if (!answer.ok && answer.code === 'TOO_MANY') await sleep(100);
    }
    expect(noor.socket.connected).toBe(true);
    expect(await textNow(documentId)).toBe('A sentence to keep.');
    ada.type(' Still open.');
    await until(() => noor.text === 'A sentence to keep. Still open.');
  }, 20_000);

  it('is refused when it is huge, builds on nothing, or is no text', async () => {
    const { document, writer } = await letter();
    const noor = await writer();
    const { id: documentId } = document;
    expect(await noor.say('y:update', { documentId, update: new Uint8Array(256_001) })).toMatchObject({ code: 'UPDATE_TOO_LARGE' });
    const later = new Y.Doc();
    later.getXmlFragment(BODY).push([new Y.XmlElement('paragraph')]);
    const start = Y.encodeStateVector(later);
    later.getXmlFragment(BODY).push([new Y.XmlElement('paragraph')]);
    expect(await noor.say('y:update', { documentId, update: Y.encodeStateAsUpdate(later, start) })).toMatchObject({
      code: 'INCOMPLETE_UPDATE',
    });
    const update = (fill: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc();
      fill(doc);
      return Y.encodeStateAsUpdate(doc);
    };
    const foreign = [
      update((doc) => doc.getMap('store').set('key', 'value')),
      update((doc) => doc.getXmlFragment(BODY).push([new Y.XmlHook('hook') as never])),
      update((doc) => {
        doc.getXmlFragment(BODY).push([new Y.XmlText()]);
        (doc.getXmlFragment(BODY).get(0) as Y.XmlText).insertEmbed(0, { image: 'x' });
      }),
      update((doc) => doc.getArray(BODY).push([new Uint8Array([1, 2])])),
      update((doc) => doc.getArray(BODY).push([new Y.Doc()])),
      update((doc) => doc.getArray(BODY).push([new Y.Map()])),
    ];
    for (const one of foreign) expect(await noor.say('y:update', { documentId, update: one })).toMatchObject({ code: 'FOREIGN_CONTENT' });
    expect(await textNow(documentId)).toBe('');
  });

  it('is answered when a message is none of the protocol', async () => {
    const { document, writer } = await letter();
    const noor = await writer();
    const wrong: [string, unknown][] = [
      ['y:join', null],
      ['y:join', 'text'],
      ['y:join', { documentId: 'x' }],
      ['y:join', { documentId: document.id, more: 1 }],
      ['y:update', { documentId: document.id, update: 'text' }],
      ['y:update', { documentId: document.id }],
      ['y:update', { documentId: { $ne: 1 }, update: new Uint8Array(2) }],
      ['y:awareness', { documentId: document.id, update: new Uint8Array([200, 1, 2]) }],
      ['y:awareness', { documentId: document.id, update: new Uint8Array(5000) }],
    ];
    for (const [event, message] of wrong) {
      const answer = await noor.say(event, message);
      expect(answer).toMatchObject({ ok: false, code: expect.stringMatching(/BAD_MESSAGE|TOO_LARGE/) });
    }
    expect(await noor.say('y:sync', { documentId: document.id, message: new Uint8Array([9, 9, 9]) })).toMatchObject({
      code: 'DAMAGED_UPDATE',
    });
    expect(await noor.say('y:sync', { documentId: document.id, message: new Uint8Array([0, 3, 255, 255, 255]) })).toMatchObject({
      ok: false,
    });
    noor.socket.emit('y:update'); // without anything, not even a wish for an answer
    noor.type('fine');
    await noor.settled();
    expect(noor.refusals).toEqual([]);
  });

  it('is refused as a version when no editor of ours could have written it', async () => {
    const { document, writer } = await letter();
    const noor = await writer();
    noor.doc.getXmlFragment(BODY).push([new Y.XmlElement('script')]);
    await noor.settled();
    await expect(version(document.id)).rejects.toMatchObject({ code: 'TEXT_DOES_NOT_FIT', kind: 'CONFLICT' });
  });
});

it('a text made anew carries nothing that was deleted on the way', async () => {
  const { document, writer } = await letter();
  const ada = await writer();
  ada.type('Secret draft. Public text.');
  ada.paragraph(0).delete(0, 'Secret draft. '.length);
  await ada.settled();
  const { body } = await version(document.id);
  const fresh = await app.database.transaction((tx) => app.get(Documents).recreate(tx, document.id, body));
  const [{ state }] = (await app.sql<{ state: Buffer }>('select state from document_snapshot where document_id = $1', [fresh.id])) as [
    { state: Buffer },
  ];
  expect(state.includes('Public text.')).toBe(true);
  expect(state.includes('Secret')).toBe(false);
  const reader = await writer();
  expect(reader.text).toBe('Public text.');
});

it('the server stops at once, whoever is writing', async () => {
  const { document, member } = await letter();
  const second = await createServer(app.config, app.databaseUrl, '', app.clock);
  await second.listen(0, '127.0.0.1');
  defineLetters({ get: ((type: never) => second.get(type, { strict: false })) as TestApp['get'] });
  const writer = await TestWriter.open(app, await member(), document.id, (await second.getUrl()).replace('[::1]', '127.0.0.1'));
  writers.push(writer);
  const start = performance.now();
  await second.close();
  expect(performance.now() - start).toBeLessThan(5_000);
  await until(() => !writer.socket.connected);
});
