/** What a community that became part of another keeps under its own address. */
const KEPT = ['charter', 'glossary', 'petitions', 'members', 'audit', 'health', 'report'];
/** What stands under the same word in the other one. */
const THERE = ['discussions', 'sessions', 'positions', 'groups', 'family'];

/** Where an address of a community leads that became part of another; null where it stays. */
export function movedTo(path: string, slug: string, into: string): string | null {
  const [, , of, part] = path.split('/');
  if (of !== slug || (part && KEPT.includes(part))) return null;
  return part && THERE.includes(part) ? `/c/${into}/${part}` : `/c/${into}`;
}
