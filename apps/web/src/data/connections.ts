import type { FieldPolicy, Reference } from '@apollo/client/cache';
import type { ApolloCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/**
 * A Relay connection that keeps growing in both directions as pages arrive. Screens may read it by `edges` or by `nodes`;
 * `keyArgs` are the arguments that make it a different list (a filter, an order), not another page.
 */
export const connection = (keyArgs: string[] = []): FieldPolicy => {
  const relay = relayStylePagination(keyArgs.length ? keyArgs : false);
  return {
    keyArgs: keyArgs.length ? keyArgs : false,
    read(existing, options) {
      if (!existing) return existing;
      const whole = relay.read!(existing, options) as Record<string, unknown>;
      return existing.nodes ? { ...whole, nodes: existing.nodes.filter((node: Reference) => options.canRead(node)) } : whole;
    },
    merge(existing, incoming, options) {
      const merged = (relay.merge as NonNullable<Exclude<typeof relay.merge, boolean>>)(existing, incoming, options) as Record<
        string,
        unknown
      >;
      if (!incoming?.nodes) return merged;
      const before: Reference[] = existing?.nodes ?? [];
      const { args } = options;
      const nodes = args?.['after'] ? [...before, ...incoming.nodes] : args?.['before'] ? [...incoming.nodes, ...before] : incoming.nodes;
      return { ...merged, nodes: [...new Map(nodes.map((node: Reference) => [node.__ref, node])).values()] };
    },
  };
};

/** Takes an object out of the cache; every list that shows it loses it at once. */
export const forget = (cache: ApolloCache, typename: string, id: string): void => {
  cache.evict({ id: cache.identify({ __typename: typename, id })! });
  cache.gc();
};

/** A connection of things without ids of their own: pages are set one after the other. */
export const appended = (keyArgs: string[]): FieldPolicy => ({
  keyArgs,
  merge(existing, incoming, { args }) {
    const before: unknown[] = args?.['after'] ? (existing?.nodes ?? []) : [];
    return { ...incoming, nodes: [...before, ...(incoming?.nodes ?? [])] };
  },
});
