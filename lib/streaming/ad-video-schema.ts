import { z } from 'zod';
import { type Day, parseDay } from '@/lib/kernel/day';
import { VideoQuery } from './schema';

const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u;
const personId = z.number('is no id of a person').int().positive().max(Number.MAX_SAFE_INTEGER);

const Title = z
  .string('is missing; send a title')
  .trim()
  .min(1, 'is empty; send 1 to 200 characters')
  .max(200, 'is longer than 200 characters; shorten it')
  .regex(PRINTABLE, 'has control characters; send printable ones');
const DurationSeconds = z
  .number('is missing; send whole seconds')
  .int('is no whole number of seconds')
  .min(1, 'is less than a second')
  .max(3600, 'is longer than an hour');
/** `https://…`, or the address that an upload answered with. */
const VideoUrl = z
  .string('is missing; upload a video or send an https address')
  .max(2000, 'is longer than 2,000 characters')
  .refine(
    (text) => /^\/assets\/[\w.-]+$/.test(text) || isWebAddress(text),
    'is no https address; upload a video or send one',
  );

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

export const AdVideoCreate = z.strictObject({
  title: Title,
  durationSeconds: DurationSeconds,
  url: VideoUrl,
  active: z.boolean('is neither true nor false').default(true),
  /** For whom an admin or a program registers it; an advertiser registers for themselves. */
  ownerId: personId.nullish(),
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
  search: z.string().trim().max(100).regex(PRINTABLE, 'has control characters').optional(),
  active: z
    .enum(['true', 'false'], 'is neither true nor false')
    .transform((text) => text === 'true')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type AdVideoQuery = z.infer<typeof AdVideoQuery>;
export const AdVideoList = z.object({ items: z.array(AdVideo), nextCursor: z.string().nullable() });
export type AdVideoList = z.infer<typeof AdVideoList>;

const DayText = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'is no date; send YYYY-MM-DD' });
  return z.NEVER;
});

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
