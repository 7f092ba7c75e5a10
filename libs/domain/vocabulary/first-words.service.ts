import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import { VocabularyImport } from './import.service.js';
import type { Labels } from './labels.js';
import { Scheme } from './scheme.entity.js';

interface FirstScheme {
  id: string;
  labels: Labels;
  note: string | null;
  terms: { id: string; labels: Labels; note: string | null }[];
}

const listed = (labels: Labels) => Object.entries(labels).map(([language, text]) => ({ language, text }));

/** The words that a new server begins with; from then on they belong to those who look after it. */
@Injectable()
export class FirstWords {
  constructor(
    private readonly database: Database,
    private readonly importing: VocabularyImport,
  ) {}

  /** Does nothing where there are words. Two servers may start at once: the second waits and finds them. */
  async load(): Promise<void> {
    await this.database.transaction((tx) => this.loadWithin(tx));
  }

  async loadWithin(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('throughline.first-words'))`);
    if (await tx.exists(Scheme)) return;
    const { schemes } = JSON.parse(readFileSync(new URL('./data/first-words.json', import.meta.url), 'utf8')) as { schemes: FirstScheme[] };
    for (const { id, labels, note, terms } of schemes) {
      const described = terms.map((term) => ({ id: term.id, labels: listed(term.labels), note: term.note }));
      await this.importing.importWithin(tx, { id, labels: listed(labels), note, terms: described }, null);
    }
  }
}
