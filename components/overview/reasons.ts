import type { Figures, Stats } from '@/lib/dashboard/schema';
import type { Reason } from '@/lib/events/codes';
import type { Day } from '@/lib/kernel/day';

/** At most five colours in a chart: the four commonest reasons, and the rest as one. One hue, since a reason is no metric. */
// Each spelled out: Tailwind leaves a token that it finds nowhere in the source out of the stylesheet.
export const REASON_COLORS = [
  'var(--color-reason-1)',
  'var(--color-reason-2)',
  'var(--color-reason-3)',
  'var(--color-reason-4)',
  'var(--color-reason-5)',
];

export type ShownReason = Reason | 'other';

export function reasonsOf(totals: Figures): ShownReason[] {
  const ranked = rankedReasons(totals);
  return ranked.length <= 5 ? ranked : [...ranked.slice(0, 4), 'other'];
}

export function rankedReasons(totals: Figures): Reason[] {
  return Object.entries(totals.refused)
    .filter(([, n]) => n > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([reason]) => reason as Reason);
}

type Stacked = { day: Day; of: Partial<Record<ShownReason, number>> };

/** How often each shown reason refused something, by period. */
export function stackOf(stats: Stats, reasons: ShownReason[]): Stacked[] {
  return stats.items.map(({ day, refused }) => {
    const of: Stacked['of'] = {};
    for (const [reason, n] of Object.entries(refused)) {
      const shown = reasons.find((candidate) => candidate === reason) ?? 'other';
      of[shown] = (of[shown] ?? 0) + n;
    }
    return { day: day as Day, of };
  });
}
