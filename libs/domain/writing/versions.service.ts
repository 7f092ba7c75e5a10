import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { renderHtml, renderText, type RichTextDocument } from '#content';
import { type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { authorshipOf, type Share, together } from './authorship.js';
import { DocumentStore } from './document-store.js';
import { documentFrom, textOf } from './document-text.js';
import { type AuthoredBlock, Version } from './version.entity.js';

/** What a new version needs to know. */
export interface VersionOf {
  documentId: string;
  name: string;
  personId: string;
  /** A version that is put to others must say something. */
  isFrozen: boolean;
}

const OF_SUBJECTS: Statement = {
  name: 'writing.versions-of-subjects',
  text: `
    select v.id, v.document_id as "documentId", v.number, v.name, v.html, v.plain_text as "plainText", v.authorship, v.is_frozen as "isFrozen",
           v.created_by_id as "createdById", v.created_at as "createdAt", d.subject_id as "subjectId"
      from document_version v join live_document d on d.id = v.document_id
     where d.subject_kind = $1 and d.subject_id = any($2::uuid[]) order by v.created_at desc, v.number desc`,
};

/** Named versions of live texts, and who wrote what. */
@Injectable()
export class Versions {
  constructor(
    private readonly database: Database,
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the present text for good: all that was acknowledged before this moment. @throws TextDoesNotFit */
  async name(tx: Tx, { documentId, name, personId, isFrozen }: VersionOf): Promise<Version> {
    // The row lock gives two who name at once two numbers, and holds back changes until this text is read.
    await tx.query('select id from live_document where id = $1 for update', [documentId]);
    const stored = await this.store.load(documentId, tx);
    if (!stored) throw new NotFound();
    const doc = documentFrom(stored.updates);
    const body = textOf(doc, { nonEmpty: isFrozen });
    const [{ number }] = (await tx.query('select coalesce(max(number), 0) + 1 as number from document_version where document_id = $1', [
      documentId,
    ])) as [{ number: number }];
    return tx.save(
      tx.create(Version, {
        documentId,
        number,
        name,
        body,
        html: renderHtml(body),
        plainText: renderText(body),
        authorship: blocksOf(body, authorshipOf(doc, stored.writers)),
        isFrozen,
        createdById: personId,
        createdAt: this.clock.now(),
      }),
    );
  }

  get(id: string): Promise<Version> {
    return this.database.dataSource.manager.findOneByOrFail(Version, { id });
  }

  readonly versionsByIds: Batch<string, Version> = async (ids) => {
    const versions = await this.database.dataSource.manager.findBy(Version, { id: In([...ids]) });
    return inOrderOf(ids, versions);
  };

  /** All versions of the texts of each thing, newest first. */
  async ofSubjects(kind: string, subjectIds: readonly string[]): Promise<Version[][]> {
    const rows = await this.database.read<Version & { subjectId: string }>(OF_SUBJECTS, [kind, subjectIds]);
    return subjectIds.map((subjectId) => rows.filter((row) => row.subjectId === subjectId));
  }

  /** Whose words are in each text as it stands now, most first. */
  readonly contributorsOfDocuments: Batch<string, Share[]> = (documentIds) =>
    Promise.all(
      documentIds.map(async (documentId) => {
        const stored = await this.store.load(documentId);
        if (!stored) return [];
        const doc = documentFrom(stored.updates);
        const shares = together(authorshipOf(doc, stored.writers));
        doc.destroy();
        return shares;
      }),
    );
}

/** Puts each block of the text beside its authors. Blocks that the schema dropped on the way in would shift them: then nobody is named. */
function blocksOf(body: RichTextDocument, authors: Share[][]): AuthoredBlock[] {
  const isAligned = body.content.length === authors.length;
  return body.content.map((block, index) => ({
    html: renderHtml({ type: 'doc', content: [block] }),
    authors: isAligned ? (authors[index] ?? []) : [],
  }));
}
