/** Contents from `firstId` up to, not including, `endId`; null is no bound. A range of a run is judged and priced in one transaction. */
export type ContentRange = { firstId: number | null; endId: number | null };

export const EVERY_CONTENT: ContentRange = { firstId: null, endId: null };

/** Bounds for a condition `content_id >= $n and content_id < $m`; text, since the last one is past what a number holds. */
export function boundsOf({ firstId, endId }: ContentRange): [string, string] {
  return [String(firstId ?? '-9223372036854775807'), String(endId ?? '9223372036854775807')];
}
