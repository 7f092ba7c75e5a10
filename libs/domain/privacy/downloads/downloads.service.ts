import { Injectable, type OnModuleInit } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { In, MoreThan } from 'typeorm';
import { Person, Standings } from '#domain/people';
import { Audit } from '#platform/audit';
import { type Actor, Authentication, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { NotFound, TooMany } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { Jobs } from '#platform/jobs';
import { PersonalData } from '#platform/personal-data';
import { Rooms } from '#platform/realtime';
import { FileStore } from '#platform/storage';
import { zip, type ZipEntry } from '#platform/zip';
import { type GatheredData, ownRow, readablePage } from './download-files.js';
import { DownloadState, PersonalDownload } from './personal-download.entity.js';

const HOUR_MS = 3_600_000;
const BUILD = 'privacy.build-download';
const A_DAY = 5;
const PICTURES: Statement = {
  name: 'privacy.pictures',
  text: `select id, content_type as type from stored_file where owner_id = $1 order by created_at`,
};

/** One's data in one file: put together by a job, for its owner alone, for an hour, after a fresh sign-in. */
@Injectable()
export class Downloads implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly data: PersonalData,
    private readonly store: FileStore,
    private readonly standings: Standings,
    private readonly authentication: Authentication,
    private readonly rooms: Rooms,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.jobs.define<{ downloadId: string }>(BUILD, ({ downloadId }) => this.build(downloadId));
    this.jobs.define('privacy.forget-downloads', () => this.forgetOld(), '*/10 * * * *');
  }

  /** Those of the last day, newest first. */
  list(actor: Actor): Promise<PersonalDownload[]> {
    return this.database.dataSource.manager.find(PersonalDownload, {
      where: { personId: actor.personId, requestedAt: MoreThan(this.dayAgo()) },
      order: { requestedAt: 'DESC', id: 'DESC' },
    });
  }

  /** @throws FreshSignInNeeded, TooMany */
  async request(actor: Actor, mutationKey: string | undefined): Promise<PersonalDownload> {
    this.standings.assertFresh(actor);
    const { personId } = actor;
    return this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        // Counted where they are kept: a key that is sent again counts once.
        if ((await tx.countBy(PersonalDownload, { personId, requestedAt: MoreThan(this.dayAgo()) })) >= A_DAY) throw new TooMany(24 * 3600);
        const download = await tx.save(tx.create(PersonalDownload, { personId, requestedAt: this.clock.now() }));
        await this.audit.note(tx, actor, 'privacy.download-asked', { subject: { kind: 'person', id: personId }, details: {} });
        await this.jobs.send(tx, BUILD, { downloadId: download.id });
        return download;
      },
      (id) => this.database.dataSource.manager.findOneByOrFail(PersonalDownload, { id }),
    );
  }

  /** A fresh address for it; the one before is worth nothing any more. @throws FreshSignInNeeded, NotFound */
  async link(actor: Actor, downloadId: string): Promise<string> {
    this.standings.assertFresh(actor);
    const token = newToken();
    const { affected } = await this.database.dataSource.manager.update(
      PersonalDownload,
      { id: uuid(downloadId), personId: actor.personId, state: DownloadState.READY, expiresAt: MoreThan(this.clock.now()) },
      { tokenHash: hashToken(token) },
    );
    if (!affected) throw new NotFound();
    return `/my-data/${token}`;
  }

  /** The bytes, for the owner of the secret address who is also signed in as the owner of the data. @throws NotFound */
  async fetch(actor: Actor, token: string): Promise<{ stream: Readable; bytes: number }> {
    const download = await this.database.dataSource.manager.findOneBy(PersonalDownload, { tokenHash: hashToken(token) });
    const isOpen = download?.state === DownloadState.READY && (download.expiresAt?.getTime() ?? 0) > this.clock.now().getTime();
    if (!download || !isOpen || !actor.is(download.personId)) throw new NotFound();
    return { stream: await this.store.get(download.id), bytes: download.bytes ?? 0 };
  }

  private dayAgo(): Date {
    return new Date(this.clock.now().getTime() - 24 * HOUR_MS);
  }

  /** Acts with the rights of the one it acts for: who lost the account meanwhile gets nothing. */
  private async build(downloadId: string): Promise<void> {
    const { manager } = this.database.dataSource;
    const download = await manager.findOneBy(PersonalDownload, { id: downloadId, state: DownloadState.WAITING });
    const person = download && (await manager.findOneBy(Person, { id: download.personId }));
    if (!person || !(await this.authentication.actorByPerson(person.id)).isSignedIn) return;
    const gathered: GatheredData = { account: [accountOf(person)] };
    let done = 0;
    for await (const { name, rows, of } of this.data.gather(person.id)) {
      gathered[name] = [...(gathered[name] ?? []), ...rows.map((row) => ownRow(row, person.id))];
      done += 1;
      if (done % 5 === 0 || done === of) await this.tell(download, { done, of });
    }
    const pictures = await this.pictures(person.id);
    const now = this.clock.now();
    const page = readablePage(
      gathered,
      person.language,
      now,
      pictures.map(({ name }) => name),
    );
    const archive = zip([
      { name: 'data.json', bytes: Buffer.from(JSON.stringify({ madeAt: now, ...gathered }, null, 2)) },
      { name: 'index.html', bytes: Buffer.from(page) },
      ...pictures,
    ]);
    await this.store.put(download.id, archive, 'application/zip');
    await this.tell(download, {
      state: DownloadState.READY,
      bytes: archive.length,
      readyAt: now,
      expiresAt: new Date(now.getTime() + HOUR_MS),
    });
  }

  private async pictures(personId: string): Promise<ZipEntry[]> {
    const rows = await this.database.read<{ id: string; type: string }>(PICTURES, [personId]);
    const entries: ZipEntry[] = [];
    for (const { id, type } of rows) {
      const bytes = await this.store.get(id).then(buffer, () => null);
      if (bytes) entries.push({ name: `pictures/${id}.${type.split('/').at(-1)?.replace(/\W/g, '') ?? 'bin'}`, bytes });
    }
    return entries;
  }

  private async tell(download: PersonalDownload, changed: Partial<PersonalDownload>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.update(PersonalDownload, download.id, changed);
      await this.rooms.tell(tx, `person:${download.personId}`, 'download-changed', { downloadId: download.id });
    });
  }

  private async forgetOld(): Promise<void> {
    const now = this.clock.now();
    const { manager } = this.database.dataSource;
    const over = await manager
      .createQueryBuilder(PersonalDownload, 'd')
      .where(`d.state = 'READY' and d.expires_at <= :now`, { now })
      .getMany();
    for (const { id } of over) await this.store.delete(id);
    if (over.length > 0)
      await manager.update(PersonalDownload, { id: In(over.map(({ id }) => id)) }, { state: DownloadState.GONE, tokenHash: null });
    const old = new Date(now.getTime() - 48 * HOUR_MS);
    await manager.createQueryBuilder().delete().from(PersonalDownload).where('requested_at < :old', { old }).execute();
  }
}

const accountOf = ({ id, email, name, ownHeadline, about, languages, timeZone, language, createdAt, isListed, canHelp }: Person) => ({
  id,
  email,
  name,
  headline: ownHeadline,
  about,
  languages,
  timeZone,
  language,
  createdAt,
  isListed,
  canHelp,
});
