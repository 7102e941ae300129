import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { lookUpContents } from '@/lib/content/look-up-contents';
import type { EventSource } from '@/lib/events/name-viewers';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { singleton } from '@/lib/platform/singleton';
import { adVideoErrors } from './ad-video-errors';
import type { SlotAd, SlotQuery } from './ad-video-schema';
import { streamingErrors } from './errors';
import { pickAd } from './pick-ad';
import { adVideoAddress } from './queries/get-ad-video';
import { adPositionsOf } from './rules';
import { viewerOf } from './viewer-of';

/**
 * The ad video for a slot of a video. Errors: streaming/video-not-found, streaming/not-a-slot, streaming/no-ad,
 * streaming/viewer-refused.
 */
export async function chooseAd(id: number, asked: SlotQuery, source: EventSource, now: Date): Promise<SlotAd> {
  const { position, ...naming } = asked;
  const video = (await lookUpContents(db(), { ids: [id], externalIds: [] })).byId.get(id);
  if (video?.kind !== 'video') throw streamingErrors.videoNotFound();
  const positions = adPositionsOf(video.durationSeconds ?? 0);
  if (!positions.includes(position)) throw adVideoErrors.notASlot(positions);
  // Nobody in particular is somebody else each time, so that they see different ones too.
  const viewer = (await viewerOf(naming, source, now)) ?? randomUUID();
  const slot = { viewer, day: calendar().dayOf(now), contentId: id, positionSeconds: position };
  const ad = pickAd(await activeAdVideos(), slot);
  if (!ad) throw adVideoErrors.noAd();
  return { ...ad, positionSeconds: position };
}

type Active = Omit<SlotAd, 'positionSeconds'>;

const FRESH_MILLISECONDS = 2000;
/** More than these at once would cost each slot too much; the newest ones are shown. */
const MOST = 1000;

/** Looks anew at the next slot, after a change on this server. */
export function forgetActiveAdVideos(): void {
  kept().age += 1;
}

async function activeAdVideos(): Promise<Active[]> {
  const { cache, age } = kept();
  return (await cache.fetch(age)) ?? [];
}

// Slots that ask at once share one query.
const kept = () =>
  singleton('active ad videos', () => ({
    cache: new LRUCache<number, Active[]>({ max: 2, ttl: FRESH_MILLISECONDS, fetchMethod: read }),
    age: 0,
  }));

async function read(): Promise<Active[]> {
  const { rows } = await db().$client.query<Omit<Active, 'url'> & { url: string | null; fileKey: string | null }>({
    name: 'active-ad-videos',
    text: `select id, title, duration_seconds as "durationSeconds", url, file_key as "fileKey"
      from ad_videos where active order by id desc limit ${MOST}`,
  });
  return rows.map(({ fileKey, ...ad }) => ({ ...ad, url: adVideoAddress({ fileKey, url: ad.url }) }));
}
