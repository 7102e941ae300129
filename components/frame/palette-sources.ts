import type { Role } from '@/lib/accounts/schema';
import { listAds } from '@/lib/ads/client';
import { fetchJson } from '@/lib/http/client';

export type Found = { id: string; label: string; note?: string; href: string };

/** Something the palette can find by typing. Its heading is in `messages/*.json` under `palette.found`. */
export type PaletteSource = {
  id: 'contents' | 'ads';
  roles: readonly Role[];
  search: (text: string, signal: AbortSignal) => Promise<readonly Found[]>;
};

/** To make something else findable, add its source here and its heading to both message files. */
export const PALETTE_SOURCES: readonly PaletteSource[] = [
  { id: 'contents', roles: ['admin'], search: findContents },
  { id: 'ads', roles: ['admin', 'advertiser'], search: findAds },
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
