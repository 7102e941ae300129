import type { Figures, Stats } from '@/lib/dashboard/schema';
import type { Reason } from '@/lib/events/codes';

/** At most five colours in a chart: the four commonest reasons, and the rest as one. One hue, since a reason is no metric. */
export const REASON_COLORS = [1, 2, 3, 4, 5].map((step) => `var(--color-reason-${step})`);

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

export function stackOf(stats: Stats, reasons: ShownReason[]): Record<string, string | number>[] {
  return stats.items.map(({ day, refused }) => {
    const row: Record<string, string | number> = { day };
    for (const [reason, n] of Object.entries(refused)) {
      const shown = reasons.includes(reason as Reason) ? reason : 'other';
      row[shown] = Number(row[shown] ?? 0) + n;
    }
    return row;
  });
}
