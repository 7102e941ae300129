import { z } from 'zod';
import { addressOf, DayText, idOfA, lineOf, listOf, paging, SearchText } from '@/lib/kernel/fields';
import { VideoQuery } from './schema';

const Title = lineOf('send a title', 200);
const DurationSeconds = z
  .number('is missing; send whole seconds')
  .int('is no whole number of seconds')
  .min(1, 'is less than a second')
  .max(3600, 'is longer than an hour');
/** `https://…`, or the address that an upload answered with. */
const VideoUrl = addressOf(
  'is missing; upload a video or send an https address',
  'is no https address; upload a video or send one',
  ['https:'],
);

export const AdVideoCreate = z.strictObject({
  title: Title,
  durationSeconds: DurationSeconds,
  url: VideoUrl,
  active: z.boolean('is neither true nor false').default(true),
  /** For whom an admin or a program registers it; an advertiser registers for themselves. */
  ownerId: idOfA('person').nullish(),
});
export type AdVideoCreate = z.infer<typeof AdVideoCreate>;

export const AdVideoUpdate = z.strictObject({
  title: Title.optional(),
  durationSeconds: DurationSeconds.optional(),
  url: VideoUrl.optional(),
  active: z.boolean('is neither true nor false').optional(),
});
export type AdVideoUpdate = z.infer<typeof AdVideoUpdate>;

export const AdVideo = z.object({
  id: z.number().int(),
  title: z.string(),
  durationSeconds: z.number().int(),
  url: z.string(),
  uploaded: z.boolean(),
  active: z.boolean(),
  ownerId: z.number().int().nullable(),
  ownerName: z.string().nullable(),
  createdAt: z.string(),
});
export type AdVideo = z.infer<typeof AdVideo>;

export const AdVideoPath = z.object({ id: z.string() });
export const AdVideoQuery = z.object({
  search: SearchText.optional(),
  active: z
    .enum(['true', 'false'], 'is neither true nor false')
    .transform((text) => text === 'true')
    .optional(),
  ...paging(),
});
export type AdVideoQuery = z.infer<typeof AdVideoQuery>;
export const AdVideoList = listOf(AdVideo);
export type AdVideoList = z.infer<typeof AdVideoList>;

/** The days of a report; without them the last 30. */
export const AdVideoReportQuery = z.object({
  from: DayText.optional(),
  to: DayText.optional(),
  format: z.enum(['json', 'csv'], 'is neither json nor csv').default('json'),
});
export type AdVideoReportQuery = z.infer<typeof AdVideoReportQuery>;

/** Counted views by day, oldest first, and by the video they were shown in, most first, 200 at most. A day is `final` once it is settled and nothing came since. */
export const AdVideoReport = z.object({
  id: z.number().int(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  views: z.number().int(),
  /** In how many videos. */
  videoCount: z.number().int(),
  days: z.array(z.object({ day: z.string(), views: z.number().int(), final: z.boolean() })),
  videos: z.array(z.object({ contentId: z.number().int(), title: z.string(), views: z.number().int() })),
});
export type AdVideoReport = z.infer<typeof AdVideoReport>;

/** For which slot of a video, and for whom an ad video is chosen. */
export const SlotQuery = VideoQuery.extend({ position: z.coerce.number('is no number of seconds').int().min(0) });
export type SlotQuery = z.infer<typeof SlotQuery>;

export const SlotAd = z.object({
  id: z.number().int(),
  title: z.string(),
  url: z.string(),
  durationSeconds: z.number().int(),
  positionSeconds: z.number().int(),
});
export type SlotAd = z.infer<typeof SlotAd>;
