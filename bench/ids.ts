import { createHash } from 'node:crypto';

/** The id of the n-th thing of a kind; `bench_id` in the database gives the same one, so that no id has to be fetched to be known. */
export function idOf(kind: 'community' | 'person' | 'post' | 'text' | 'thread', n: number): string {
  const hash = createHash('md5').update(`${kind}${n}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20)}`;
}

/** The number under which a post is known: positions of 100,000 threads and more fit beside each other. */
export const postNumber = (thread: number, position: number): number => thread * 10_000 + position;

/** The token in the n-th person's session cookie. */
export const tokenOf = (person: number): string => `bench-session-of-person-${String(person).padStart(8, '0')}`;

/** What a browser of the n-th person sends along. */
export const cookieOf = (person: number): string => `__Host-throughline=${tokenOf(person)}`;
