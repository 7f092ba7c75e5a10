import '../search.events.js';
import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Merging } from '#domain/communities';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { Jobs } from '#platform/jobs';
import { SearchIndex } from './search-index.service.js';

const REBUILD = 'search.rebuild';
const COUNT_WORDS = 'search.count-words';
const AT_NIGHT = '40 3 * * *';

/** Hears what changed, many changes at once; nobody who writes waits for the index. */
@Injectable()
export class SearchIndexListeners implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly index: SearchIndex,
    private readonly database: Database,
    private readonly config: Config,
    private readonly merging: Merging,
  ) {
    this.jobs.define(REBUILD, async () => void (await this.index.rebuild()));
    this.jobs.define(COUNT_WORDS, () => this.index.countWords(), AT_NIGHT);
  }

  onModuleInit(): void {
    // Entries follow their sources: the triggers tell where each of them went.
    this.merging.keep('search_entry');
    this.events.listenMany('discussions.thread-started', 'search.index-threads', (events) =>
      this.index.refresh(new Map([['THREAD', events.map(({ payload }) => payload.threadId)]])),
    );
    this.events.listenMany('discussions.post-added', 'search.index-posts', (events) =>
      this.index.refresh(new Map([['POST', events.map(({ payload }) => payload.postId)]])),
    );
    this.events.listenMany('search.source-changed', 'search.index-sources', async (events) => {
      const byKind = Map.groupBy(events, ({ payload }) => payload.kind);
      await this.index.refresh(new Map([...byKind].map(([kind, told]) => [kind, [...new Set(told.map(({ payload }) => payload.id))]])));
      for (const { payload } of byKind.get('THREAD') ?? []) await this.index.refreshPieces('POST', payload.id);
    });
  }

  /** After an update that makes entries in another way, and in a house from before there was an index. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runJobs || (await this.index.isPresent())) return;
    await this.database.transaction((tx) => this.jobs.send(tx, REBUILD, {}, { singletonKey: 'once' }));
  }
}
