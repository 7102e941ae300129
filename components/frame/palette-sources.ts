import type { Role } from '@/lib/accounts/schema';
import { listAds } from '@/lib/ads/client';
import type { WatchedVideoList } from '@/lib/dashboard/streaming-schema';
import { fetchJson } from '@/lib/http/client';
import type { Day } from '@/lib/kernel/day';
import { formatDay, formatWon } from '@/lib/kernel/format';
import { listStatements } from '@/lib/settlement/statement-client';
import { listAdVideos } from '@/lib/streaming/client';

export type Found = { id: string; label: string; note?: string; href: string };

/** Something the palette can find by typing. Its heading is in `messages/*.json` under `palette.found`. */
export type PaletteSource = {
  id: 'contents' | 'ads' | 'adVideos' | 'ownVideos' | 'statements';
  roles: readonly Role[];
  search: (text: string, signal: AbortSignal) => Promise<readonly Found[]>;
};

/** To make something else findable, add its source here and its heading to both message files. */
export const PALETTE_SOURCES: readonly PaletteSource[] = [
  { id: 'contents', roles: ['admin'], search: findContents },
  { id: 'ads', roles: ['admin', 'advertiser'], search: findAds },
  { id: 'adVideos', roles: ['admin', 'advertiser'], search: findAdVideos },
  { id: 'ownVideos', roles: ['creator'], search: findOwnVideos },
  { id: 'statements', roles: ['creator'], search: findStatements },
];

type ContentRow = { id: number; title: string; externalId?: string | null };

async function findContents(text: string, signal: AbortSignal): Promise<Found[]> {
  const page = await fetchJson<{ items: ContentRow[] }>('/api/v1/contents', {
    query: { search: text, limit: 8 },
    signal,
  });
  return page.items.map(({ id, title, externalId }) => ({
    id: String(id),
    label: title,
    note: externalId ? `#${id} · ${externalId}` : `#${id}`,
    href: `/contents/${id}`,
  }));
}

async function findAds(text: string, signal: AbortSignal): Promise<Found[]> {
  const { items } = await listAds({ search: text, limit: 8 }, signal);
  return items.map(({ id, name }) => ({ id: String(id), label: name, note: `#${id}`, href: `/ads/${id}` }));
}

async function findAdVideos(text: string, signal: AbortSignal): Promise<Found[]> {
  const { items } = await listAdVideos({ search: text, limit: 8 }, signal);
  return items.map(({ id, title }) => ({
    id: String(id),
    label: title,
    note: `#${id}`,
    href: `/streaming/ad-videos/${id}`,
  }));
}

async function findOwnVideos(text: string, signal: AbortSignal): Promise<Found[]> {
  // No day is looked at; the list wants one.
  const day = '2000-01-01';
  const query = { search: text, limit: 8, scope: 'mine', from: day, to: day };
  const { items } = await fetchJson<WatchedVideoList>('/api/v1/stats/videos', { query, signal });
  return items.map(({ id, title }) => ({
    id: String(id),
    label: title,
    note: `#${id}`,
    href: `/streaming/videos/${id}`,
  }));
}

/** One's own statements, of a month as it is typed: `2026-09`, `9월`, `Sep`. */
async function findStatements(text: string, signal: AbortSignal): Promise<Found[]> {
  const page = await listStatements({}, signal);
  const wanted = text.toLowerCase();
  return page.items
    .map(({ id, from, net }) => {
      const names = ['ko', 'en'].map((locale) => formatDay(from as Day, locale, 'month'));
      return { id, label: from.slice(0, 7), note: formatWon(net, 'ko'), href: `/settlement/statements/${id}`, names };
    })
    .filter(({ label, names }) => [label, ...names].some((name) => name.toLowerCase().includes(wanted)))
    .map(({ names: _, ...found }) => found);
}
