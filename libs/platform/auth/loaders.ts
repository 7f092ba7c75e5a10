import DataLoader from 'dataloader';

/** Loads many by key, in the order of the keys; null where there is nothing (or nothing visible). */
export type Batch<Key, Value> = (keys: readonly Key[]) => Promise<(Value | null)[]>;

/** The rows in the order of the ids that were asked for; null where there is none. */
export const inOrderOf = <Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** One request's batch loaders: field resolvers call nothing else. A batch is known by its function, so keep it a stable property. */
export class Loaders {
  private readonly loaders = new Map<unknown, DataLoader<unknown, unknown>>();

  load<Key, Value>(batch: Batch<Key, Value>, key: Key): Promise<Value | null> {
    let loader = this.loaders.get(batch) as DataLoader<Key, Value | null> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value | null>((keys) => batch(keys));
      this.loaders.set(batch, loader as DataLoader<unknown, unknown>);
    }
    return loader.load(key);
  }
}
