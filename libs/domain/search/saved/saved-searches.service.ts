import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Conflict, Invalid, NotFound } from '#platform/errors';
import { readSearch } from '../asking/search-text.js';
import { Search } from '../finding/search.service.js';
import { SavedSearch } from './saved-search.entity.js';
import type { ChangeSavedSearchInput, SavedSearchInput, SaveSearchInput } from './saved-searches.inputs.js';

/** Each is counted when the list is opened. */
const MOST = 20;

/** One at a time for each person, so that nobody keeps more than there may be. */
const MINE: Statement = { name: 'saved-searches.lock', text: `select id from person where id = $1 for no key update` };

class TooManySaved extends Conflict {
  constructor() {
    super(`You keep ${MOST} searches. Take one away before you keep another.`, 'TOO_MANY_SAVED_SEARCHES');
  }
}

/** Searches that people keep, each for themselves. */
@Injectable()
export class SavedSearches {
  constructor(
    private readonly database: Database,
    private readonly everything: Search,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<SavedSearch[]> {
    return this.database.dataSource.manager.find(SavedSearch, {
      where: { personId: actor.personId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** How many of its results came since one looked. */
  newCount(actor: Actor, { text, filter, seenAt }: SavedSearch): Promise<number> {
    return this.everything.countSince(actor, text, filter, seenAt);
  }

  save(actor: Actor, { name, text, filter, mutationKey }: SaveSearchInput): Promise<SavedSearch> {
    const { terms, authors, places, kinds, from, until } = readSearch(text);
    const isNarrowed = Object.values(filter ?? {}).some((values: unknown[] | null | undefined) => values?.length);
    if (!isNarrowed && terms.length + authors.length + places.length + kinds.length === 0 && !from && !until)
      throw Invalid.field('text', 'NOTHING_TO_LOOK_FOR', 'Write what to look for, or narrow it.');
    return this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        await this.database.run(tx, MINE, [actor.personId]);
        if ((await tx.countBy(SavedSearch, { personId: actor.personId })) >= MOST) throw new TooManySaved();
        const now = this.clock.now();
        return tx.save(
          tx.create(SavedSearch, {
            personId: actor.personId,
            name,
            text,
            filter: filter ?? {},
            isOn: true,
            createdAt: now,
            seenAt: now,
            toldAt: now,
          }),
        );
      },
      (id) => this.own(this.database.dataSource.manager, actor, id),
    );
  }

  change(actor: Actor, { savedSearchId, name, isOn, mutationKey }: ChangeSavedSearchInput): Promise<SavedSearch> {
    return this.act(actor, savedSearchId, mutationKey, (saved) => {
      saved.name = name ?? saved.name;
      saved.isOn = isOn ?? saved.isOn;
    });
  }

  /** What was found until now is not new any more. */
  see(actor: Actor, { savedSearchId, mutationKey }: SavedSearchInput): Promise<SavedSearch> {
    return this.act(actor, savedSearchId, mutationKey, (saved) => {
      saved.seenAt = this.clock.now();
    });
  }

  /** Those that are left. */
  async remove(actor: Actor, { savedSearchId, mutationKey }: SavedSearchInput): Promise<SavedSearch[]> {
    await this.database.once<{ id: string }>(
      actor,
      mutationKey,
      async (tx) => {
        const saved = await this.own(tx, actor, savedSearchId);
        await tx.delete(SavedSearch, { id: saved.id });
        return { id: savedSearchId };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.list(actor);
  }

  private act(actor: Actor, id: string, mutationKey: string | undefined, move: (saved: SavedSearch) => void): Promise<SavedSearch> {
    return this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        const saved = await this.own(tx, actor, id);
        move(saved);
        return tx.save(saved);
      },
      (earlier) => this.own(this.database.dataSource.manager, actor, earlier),
    );
  }

  /** @throws NotFound when it is not there, or somebody else's */
  private async own(tx: Tx, actor: Actor, id: string): Promise<SavedSearch> {
    const saved = await tx.findOneBy(SavedSearch, { id, personId: actor.personId });
    if (!saved) throw new NotFound();
    return saved;
  }
}
