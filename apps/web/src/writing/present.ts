import type { Awareness } from 'y-protocols/awareness';

/** Someone who has the text open, as the server names them. */
export type Present = { id: string; name: string };

/** The others in a text, each once, however many windows they have open. */
export const presentIn = (awareness: Awareness, ownId: string): Present[] => {
  const people = new Map<string, Present>();
  for (const state of awareness.getStates().values()) {
    const user = state['user'] as (Present & { color: string }) | undefined;
    if (user && user.id !== ownId) people.set(user.id, { id: user.id, name: user.name });
  }
  return [...people.values()];
};
