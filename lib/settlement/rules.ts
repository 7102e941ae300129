/** From this ordinal on a view is worth so many tenths of a won; ordinals count from 1 over a video's lifetime. */
export type Step = { from: bigint; tenths: bigint };

/** Progressive prices of views and ad views; steps in the order of their ordinal, the first from 1. */
export type Tariff = { video: readonly Step[]; ad: readonly Step[] };

/** Settlement rule 3, as it was from the beginning. */
export const FIRST_TARIFF: Tariff = {
  video: [
    { from: 1n, tenths: 10n },
    { from: 100_000n, tenths: 11n },
    { from: 500_000n, tenths: 13n },
    { from: 1_000_000n, tenths: 15n },
  ],
  ad: [
    { from: 1n, tenths: 100n },
    { from: 100_000n, tenths: 120n },
    { from: 500_000n, tenths: 150n },
    { from: 1_000_000n, tenths: 200n },
  ],
};

/** What the first `count` views are worth, in tenths of a won. */
export function worthOf(steps: readonly Step[], count: bigint): bigint {
  return steps.reduce((sum, { from, tenths }, i) => {
    const next = steps[i + 1]?.from;
    const last = next === undefined || count < next ? count : next - 1n;
    return last < from ? sum : sum + (last - from + 1n) * tenths;
  }, 0n);
}

/**
 * What the views (before, after] are worth, in tenths of a won; negative when views were taken back. However a count is
 * split into parts, the parts sum to the same tenths.
 */
export function priceOf(steps: readonly Step[], before: bigint, after: bigint): bigint {
  return worthOf(steps, after) - worthOf(steps, before);
}

/** Whole won of a part of a line; the fraction is dropped, of a negative amount too (settlement rule 3). */
export function wonOf(tenths: bigint): bigint {
  return tenths / 10n;
}
