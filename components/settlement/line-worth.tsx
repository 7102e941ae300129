'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import { priceOf, stepsApplied, wonOf } from '@/lib/settlement/rules';

type LineWorthProps = {
  /** The ordinals that the line covers: after the first, up to the second. */
  before: number;
  after: number;
  /** One part of the tariff of the line's own day, in tenths of a won from an ordinal on. */
  steps: readonly { from: number; tenths: number }[];
};

/** What a part of a line is worth, spelled out: 99,999 at ₩1 + 51 at ₩1.1 = ₩100,055.1, of which ₩0.1 is dropped. */
export function LineWorth({ before, after, steps }: LineWorthProps) {
  const t = useTranslations('lineWorth');
  const format = useFormat();
  const exact = steps.map(({ from, tenths }) => ({ from: BigInt(from), tenths: BigInt(tenths) }));
  const covered = [BigInt(before), BigInt(after)] as const;
  const price = priceOf(exact, ...covered);
  const dropped = price - wonOf(price) * 10n;
  const applied = stepsApplied(exact, ...covered);
  if (applied.length === 0) return <span className="text-muted">{t('nothing')}</span>;
  return (
    <span className="text-sm text-muted">
      {applied.map(({ count, tenths }, i) => (
        <span key={`${tenths} ${count}`}>
          {i > 0 && ' + '}
          <span className="whitespace-nowrap">
            {t('step', { count: format.number(count), price: format.tenths(tenths) })}
          </span>
        </span>
      ))}
      {' = '}
      <span className="whitespace-nowrap text-ink">{format.tenths(price)}</span>
      {dropped !== 0n && (
        <span className="whitespace-nowrap">
          {' '}
          {t('dropped', { amount: format.tenths(dropped < 0n ? -dropped : dropped) })}
        </span>
      )}
    </span>
  );
}
