import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltEvent } from '@/db/builders/day-of-events';
import { adVideos } from '@/db/schema/streaming';
import { SYSTEM } from '@/lib/accounts/actor';
import { keepVideo } from '@/lib/assets/keep-video';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { foldWatchTimes } from '@/lib/streaming/fold-watch-times';
import { pickAd } from '@/lib/streaming/pick-ad';
import { addWatchTimes } from '@/lib/streaming/store';

/** Owned by the demo's advertiser, but for the last one, which is the house's. */
const AD_VIDEOS = [
  { title: '새벽 로스터리: 갓 볶은 원두', file: 'roastery.webm', durationSeconds: 5, house: false, active: true },
  { title: '겨울 외투 특가', file: 'winter.webm', durationSeconds: 5, house: false, active: true },
  { title: '한밤의 국수 한 그릇', file: 'noodle.webm', durationSeconds: 5, house: false, active: false },
  { title: '이번 주 새 영화', file: 'noodle.webm', durationSeconds: 5, house: true, active: true },
];

export type SeededAdVideo = { id: number; active: boolean };

/** The ad videos of the demo, stored as an upload would be; none where there is no place to keep them. */
export async function seedAdVideos(advertiserId: number, createdAt: Date): Promise<SeededAdVideo[]> {
  try {
    const rows = [];
    for (const { file, house, ...rest } of AD_VIDEOS) {
      const video = await readFile(join(import.meta.dirname, 'demo-videos', file));
      const { key } = await keepVideo({ video, actor: SYSTEM, now: createdAt });
      rows.push({ ...rest, ownerId: house ? null : advertiserId, fileKey: key, url: null, createdAt });
    }
    return await db().insert(adVideos).values(rows).returning({ id: adVideos.id, active: adVideos.active });
  } catch (error) {
    console.warn(`the demo has no ad videos: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

/** Which ad video a viewer saw in a slot, as the door would have chosen it. */
export function adVideoIn(event: BuiltEvent, day: Day, all: readonly SeededAdVideo[]): number | null {
  if (event.adPositionSeconds === null) return null;
  const slot = { viewer: event.viewer, day, contentId: event.content.id, positionSeconds: event.adPositionSeconds };
  return (
    pickAd(
      all.filter((ad) => ad.active),
      slot,
    )?.id ?? null
  );
}

/** The time watched that the playbacks of a day add up to; one that is cut off by midnight or by now ends there. */
export async function seedWatchTimes(events: readonly BuiltEvent[], day: Day, now: Date): Promise<void> {
  const endMs = Math.min(calendar().endOf(day).getTime(), now.getTime());
  const watched = new Map<number, number>();
  for (const { content, atMs, watchedSeconds, bot } of events) {
    const ms = Math.max(0, Math.min(Math.round(watchedSeconds * 1000), endMs - atMs));
    if (ms > 0 && !bot) watched.set(content.id, (watched.get(content.id) ?? 0) + ms);
  }
  const parts = [...watched].map(([contentId, milliseconds]) => ({ contentId, day, milliseconds }));
  if (parts.length > 0) await addWatchTimes(db().$client, parts);
  await foldWatchTimes(db());
}
