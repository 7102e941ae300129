import type { Figures, Stats, StatsItem } from '@/lib/dashboard/schema';
import type { Day } from '@/lib/kernel/day';

export function refusedOf(figures: Figures): number {
  return Object.values(figures.refused).reduce((sum, n) => sum + n, 0);
}

/** Of what was stored, between 0 and 1: counted and refused events. */
export function shareRefused(figures: Figures): number {
  const refused = refusedOf(figures);
  const stored = figures.clicks + figures.likes + figures.unlikes + figures.views + figures.adViews + refused;
  return stored === 0 ? 0 : refused / stored;
}

export type Show = 'clicks-likes' | 'likes' | 'views';
export type Series = {
  id: 'clicks' | 'likesNet' | 'likes' | 'unlikes' | 'views' | 'adViews';
  color: string;
  of: (item: Figures) => number;
};

const clicks: Series = { id: 'clicks', color: 'var(--color-clicks)', of: (item) => item.clicks };
const net: Series = { id: 'likesNet', color: 'var(--color-likes)', of: (item) => item.likes - item.unlikes };
const likes: Series = { id: 'likes', color: 'var(--color-likes)', of: (item) => item.likes };
const unlikes: Series = { id: 'unlikes', color: 'var(--color-unlikes)', of: (item) => item.unlikes };
const views: Series = { id: 'views', color: 'var(--color-views)', of: (item) => item.views };
const adViews: Series = { id: 'adViews', color: 'var(--color-ad-views)', of: (item) => item.adViews };

/** The series of each chart; a metric has one colour everywhere. The difference of likes is a faint line of its own. */
export const SERIES: Record<Show, readonly Series[]> = {
  'clicks-likes': [clicks, net],
  likes: [likes, unlikes, { ...net, color: 'var(--color-muted)' }],
  views: [views, adViews],
};

/** One period of the chart and its table twin, with the period that lies over it from the range before. */
export type Point = { day: Day; item: StatsItem; before: StatsItem | undefined };

/** Lines up the two ranges: both begin with the same weekday, so the n-th period of one lies over the n-th of the other. */
export function pointsOf(now: Stats, previous: Stats | undefined): Point[] {
  return now.items.map((item, index) => ({ day: item.day as Day, item, before: previous?.items[index] }));
}

/** Every figure of a period, in the order of the table and of its CSV. */
export const FIGURES = [
  { id: 'clicks', of: ({ item }: Point) => item.clicks },
  { id: 'likes', of: ({ item }: Point) => item.likes },
  { id: 'unlikes', of: ({ item }: Point) => item.unlikes },
  { id: 'likesNet', of: ({ item }: Point) => item.likes - item.unlikes },
  { id: 'views', of: ({ item }: Point) => item.views },
  { id: 'adViews', of: ({ item }: Point) => item.adViews },
  { id: 'refused', of: ({ item }: Point) => refusedOf(item) },
] as const;
