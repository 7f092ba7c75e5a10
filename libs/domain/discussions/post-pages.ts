import { Invalid } from '#platform/errors';
import { decodeCursor, encodeCursor, type Page } from '#platform/graphql';
import type { Post } from './post.entity.js';
import type { PostsArgs } from './posts.inputs.js';

const USUAL_PAGE = 20;
/** How much of a page around a position lies before it: enough to see what is answered. */
const BEFORE_AROUND = 0.25;

/** First and last position of a page. */
export interface PostRange {
  from: number;
  to: number;
}

/** Which positions a page asks for. Positions have no gaps, so a page is a range, wherever it is opened. */
export function rangeOf(args: PostsArgs, postCount: number): PostRange {
  const after = positionIn(args.after, 'after');
  const before = positionIn(args.before, 'before');
  const given = [args.after, args.before, args.around].filter((value) => value !== undefined && value !== null);
  if (given.length > 1) throw Invalid.field('around', 'ONE_PLACE', 'Ask for posts after a cursor, before a cursor, or around a position.');
  if (args.around) {
    const size = args.first ?? args.last ?? USUAL_PAGE;
    // Near the end the page moves back, so that it is full.
    const from = Math.max(1, Math.min(args.around - Math.floor(size * BEFORE_AROUND), postCount - size + 1));
    return { from, to: from + size - 1 };
  }
  if (before !== null || (after === null && args.last && !args.first)) {
    const to = (before ?? postCount + 1) - 1;
    return { from: Math.max(1, to - (args.last ?? args.first ?? USUAL_PAGE) + 1), to };
  }
  const from = (after ?? 0) + 1;
  return { from, to: from + (args.first ?? args.last ?? USUAL_PAGE) - 1 };
}

/** The page of the posts that were found in the range and at the place after it. */
export function pageOfPosts<Node extends Post>(found: Node[], range: PostRange): Page<Node> {
  const nodes = found.filter((post) => post.position <= range.to);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(node.position) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: found.length > nodes.length,
      hasPreviousPage: nodes.length > 0 && range.from > 1,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function positionIn(cursor: string | undefined, field: 'after' | 'before'): number | null {
  const position = decodeCursor(cursor, ['number'], field)?.[0] ?? null;
  // Beyond what Postgres counts there are no posts; the cursor is not one of ours.
  if (position !== null && (Number(position) < 1 || Number(position) > 2_000_000_000)) {
    throw Invalid.field(field, 'BAD_CURSOR', 'This cursor does not belong to this list. Start from the first page.');
  }
  return position === null ? null : Number(position);
}
