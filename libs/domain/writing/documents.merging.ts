import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Merging, MergeStep } from '#domain/communities';
import { Database, type Statement } from '#platform/database';
import { Documents } from './documents.service.js';

const MOVE: Statement = {
  name: 'merging.documents',
  text: `update live_document set community_id = $2 where community_id = $1 returning id`,
};

/** Live texts go along with what they are the text of; who has one open is looked at again. */
@Injectable()
export class DocumentsMerging implements OnModuleInit {
  constructor(
    private readonly merging: Merging,
    private readonly database: Database,
    private readonly documents: Documents,
  ) {}

  onModuleInit(): void {
    this.merging.define('live_document', {
      step: MergeStep.AFTERWARDS,
      move: async (tx, { fromId, intoId }) => {
        const moved = await this.database.run<{ id: string }>(tx, MOVE, [fromId, intoId]);
        this.database.afterCommit(tx, async () => {
          for (const { id } of moved) await this.documents.refresh(id);
        });
      },
    });
  }
}
