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

/** So many views at one price; negative when they were taken back. */
export type Applied = { count: bigint; tenths: bigint };

/** The steps behind `priceOf`, the lowest first: their counts sum to after - before, and counts by prices to the price. */
export function stepsApplied(steps: readonly Step[], before: bigint, after: bigint): Applied[] {
  const sign = after < before ? -1n : 1n;
  const [low, high] = after < before ? [after, before] : [before, after];
  return steps.flatMap(({ from, tenths }, i) => {
    const next = steps[i + 1]?.from;
    const first = low + 1n < from ? from : low + 1n;
    const last = next === undefined || high < next ? high : next - 1n;
    return first > last ? [] : [{ count: sign * (last - first + 1n), tenths }];
  });
}

/** Whole won of a part of a line; the fraction is dropped, of a negative amount too (settlement rule 3). */
export function wonOf(tenths: bigint): bigint {
  return tenths / 10n;
}

/** Rates of what is withheld from an individual, in ten-thousandths. */
export type WithholdingRates = { incomeTax: bigint; localTax: bigint };

/** Settlement rule 6: income tax 3 % of the gross, and local tax 10 % of the income tax. */
export const WITHHOLDING: WithholdingRates = { incomeTax: 300n, localTax: 1000n };

export type Payable = { gross: bigint; incomeTax: bigint; localTax: bigint; net: bigint };

/**
 * What a creator is paid of a gross amount, in won (settlement rule 6). An individual's taxes are each dropped below
 * 10 won; nothing is withheld from a business, which sends its own tax invoice, nor from what is owed by the creator.
 */
export function payableOf(gross: bigint, payee: 'individual' | 'business', rates = WITHHOLDING): Payable {
  const taxed = payee === 'individual' && gross > 0n;
  const incomeTax = taxed ? belowTenDropped((gross * rates.incomeTax) / 10_000n) : 0n;
  const localTax = belowTenDropped((incomeTax * rates.localTax) / 10_000n);
  return { gross, incomeTax, localTax, net: gross - incomeTax - localTax };
}

const belowTenDropped = (won: bigint) => won - (won % 10n);
