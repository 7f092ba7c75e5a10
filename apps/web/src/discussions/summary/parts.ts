import { diffRichText, type RichTextDocument } from '#content';
import type { SummaryPartsFragment } from '../../gql/discussions/graphql.js';

/** The four parts, in the order in which they are read. */
export const summaryParts = ['agree', 'differ', 'open', 'decided'] as const;

export type SummaryPart = (typeof summaryParts)[number];

const nothing: RichTextDocument = { type: 'doc', content: [] };

/** The text of a part; null when it says nothing. */
export const textOf = (summary: SummaryPartsFragment | null | undefined, part: SummaryPart): RichTextDocument | null =>
  (summary?.[part] ?? null) as unknown as RichTextDocument | null;

/** A part beside an earlier version, and how many lines changed; null where neither says anything. */
export const compared = (
  earlier: SummaryPartsFragment | null | undefined,
  later: SummaryPartsFragment,
  part: SummaryPart,
  showRemoved: boolean,
): { document: RichTextDocument; changedBlocks: number } | null => {
  const [before, after] = [textOf(earlier, part), textOf(later, part)];
  if (!after && !(showRemoved && before)) return null;
  return diffRichText(before, after ?? nothing, { showRemoved });
};
