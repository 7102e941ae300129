import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_TARIFF, payableOf, priceOf, type Step, stepsApplied, wonOf, worthOf } from './rules';
import { TABLE_OF_AMOUNTS } from './testing/table-of-amounts';

const { video, ad } = FIRST_TARIFF;
const won = (steps: readonly Step[], before: number, after: number) =>
  Number(wonOf(priceOf(steps, BigInt(before), BigInt(after))));

test.each(TABLE_OF_AMOUNTS)(
  'rule 3: views %i to %i are worth %i won, ad views %i won',
  (before, after, videoWon, adWon) => {
    expect([won(video, before, after), won(ad, before, after)]).toEqual([videoWon, adWon]);
  },
);

test.each([
  [99_998, 99_999, 10n],
  [99_999, 100_000, 11n],
  [499_998, 499_999, 11n],
  [499_999, 500_000, 13n],
  [999_998, 999_999, 13n],
  [999_999, 1_000_000, 15n],
])('rule 3: the view from %i to %i is worth %i tenths', (before, after, tenths) => {
  expect(priceOf(video, BigInt(before), BigInt(after))).toBe(tenths);
});

const count = fc.bigInt({ min: 0n, max: 3_000_000n });
const steps = fc
  .uniqueArray(
    fc.record({ from: fc.bigInt({ min: 2n, max: 2_000_000n }), tenths: fc.bigInt({ min: 0n, max: 500n }) }),
    {
      selector: (one) => one.from,
      maxLength: 6,
    },
  )
  .chain((more) =>
    fc
      .bigInt({ min: 0n, max: 500n })
      .map((tenths): Step[] => [{ from: 1n, tenths }, ...more.sort((a, b) => (a.from < b.from ? -1 : 1))]),
  );

test('the worth of a count is the sum of the worth of each of its views', () => {
  fc.assert(
    fc.property(steps, fc.bigInt({ min: 0n, max: 300n }), (some, n) => {
      const small = some.map((step) => ({ ...step, from: 1n + (step.from - 1n) / 10_000n }));
      const distinct = small.filter((step, i) => i === small.length - 1 || small[i + 1]?.from !== step.from);
      let sum = 0n;
      for (let ordinal = 1n; ordinal <= n; ordinal++)
        sum += distinct.findLast((step) => step.from <= ordinal)?.tenths ?? 0n;
      expect(worthOf(distinct, n)).toBe(sum);
    }),
  );
});

test('any split of a count into days sums to the same tenths', () => {
  fc.assert(
    fc.property(steps, fc.array(count, { minLength: 1, maxLength: 30 }), (some, days) => {
      let before = 0n;
      let sum = 0n;
      for (const day of days) {
        sum += priceOf(some, before, before + day);
        before += day;
      }
      expect(sum).toBe(worthOf(some, before));
    }),
  );
});

test('dropping the fraction loses less than a won a day and part, and a correction back and forth loses nothing', () => {
  fc.assert(
    fc.property(steps, count, count, (some, before, more) => {
      const tenths = priceOf(some, before, before + more);
      const lost = tenths - wonOf(tenths) * 10n;
      expect(lost >= 0n && lost < 10n).toBe(true);
      expect(wonOf(priceOf(some, before + more, before))).toBe(-wonOf(tenths));
    }),
  );
});

test.each([
  [0n, 100_050n, [`99999 at 10`, `51 at 11`]],
  [99_999n, 100_000n, [`1 at 11`]],
  [100_002n, 99_997n, [`-2 at 10`, `-3 at 11`]],
  [450_000n, 1_000_001n, [`49999 at 11`, `500000 at 13`, `2 at 15`]],
  [5n, 5n, []],
])('rule 3: views %i to %i are spelled %j', (before, after, spelled) => {
  expect(stepsApplied(video, before, after).map((step) => `${step.count} at ${step.tenths}`)).toEqual(spelled);
});

test('the steps spelled out account for every view and every tenth of a won', () => {
  fc.assert(
    fc.property(steps, count, count, (some, before, after) => {
      const applied = stepsApplied(some, before, after);
      expect(applied.reduce((sum, step) => sum + step.count, 0n)).toBe(after - before);
      expect(applied.reduce((sum, step) => sum + step.count * step.tenths, 0n)).toBe(priceOf(some, before, after));
    }),
  );
});

test.each([
  [1_000_000n, 30_000n, 3_000n, 967_000n],
  [155_000n, 4_650n, 460n, 149_890n],
  [333n, 0n, 0n, 333n],
  [334n, 10n, 0n, 324n],
  [3_334n, 100n, 10n, 3_224n],
  [0n, 0n, 0n, 0n],
  [-5_000n, 0n, 0n, -5_000n],
])('rule 6: of %i won an individual pays %i and %i, and gets %i', (gross, incomeTax, localTax, net) => {
  expect(payableOf(gross, 'individual')).toEqual({ gross, incomeTax, localTax, net });
  expect(payableOf(gross, 'business')).toEqual({ gross, incomeTax: 0n, localTax: 0n, net: gross });
});

test('rule 6: gross is net and taxes, whatever the rates, and no tax has a part below ten won', () => {
  const rate = fc.bigInt({ min: 0n, max: 10_000n });
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), rate, rate, (gross, incomeTax, localTax) => {
      const paid = payableOf(gross, 'individual', { incomeTax, localTax });
      expect(paid.net + paid.incomeTax + paid.localTax).toBe(gross);
      expect([paid.incomeTax % 10n, paid.localTax % 10n]).toEqual([0n, 0n]);
    }),
  );
});
