import { z } from 'zod';
import { ExternalId, lineOf, listOf, PRINTABLE, paging } from '@/lib/kernel/fields';

const MAX_COUNT = 1e15;

export const Title = lineOf('send a title', 200);
const DurationSeconds = z
  .number('is no number of seconds')
  .int('is no whole number of seconds')
  .min(1, 'is less than a second')
  .max(172_800, 'is longer than two days');
const CreatorId = z
  .number('is no id of a creator')
  .int('is no id of a creator')
  .positive('is no id of a creator')
  .max(Number.MAX_SAFE_INTEGER);
const OpeningCount = z
  .number('is no number')
  .int('is no whole number')
  .min(0, 'is below zero')
  .max(MAX_COUNT, 'is too large');

export const Kind = z.enum(['article', 'video'], 'is neither article nor video');
export type Kind = z.infer<typeof Kind>;

type Timed = { kind: Kind; durationSeconds?: number | null | undefined };

/** A video has a duration, and an article has none. */
function durationFits({ kind, durationSeconds }: Timed, context: z.core.$RefinementCtx): void {
  const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['durationSeconds'], message });
  if (kind === 'video' && (durationSeconds ?? null) === null) wrong('is missing; a video needs its length in seconds');
  if (kind === 'article' && (durationSeconds ?? null) !== null) wrong('does not belong to an article; leave it out');
}

const described = {
  title: Title,
  kind: Kind,
  durationSeconds: DurationSeconds.nullish(),
  externalId: ExternalId.nullish(),
  creatorId: CreatorId.nullish(),
};

export const ContentCreate = z
  .object({ ...described, openingViews: OpeningCount.default(0), openingAdViews: OpeningCount.default(0) })
  .superRefine(durationFits);
export type ContentCreate = z.infer<typeof ContentCreate>;

/** A line of an import: like a new content, but what is left out stays as it is where the content is known. */
export const ContentLine = z
  .object({ ...described, openingViews: OpeningCount.optional(), openingAdViews: OpeningCount.optional() })
  .superRefine(durationFits);
export type ContentLine = z.infer<typeof ContentLine>;

/** What may be changed of a content; its kind may not. */
export const ContentUpdate = z.strictObject({
  title: Title.optional(),
  durationSeconds: DurationSeconds.optional(),
  externalId: ExternalId.nullish(),
  creatorId: CreatorId.nullish(),
  openingViews: OpeningCount.optional(),
  openingAdViews: OpeningCount.optional(),
  archived: z.boolean('is neither true nor false').optional(),
});
export type ContentUpdate = z.infer<typeof ContentUpdate>;

export const Content = z.object({
  id: z.number().int(),
  title: z.string(),
  kind: Kind,
  durationSeconds: z.number().int().nullable(),
  externalId: z.string().nullable(),
  creatorId: z.number().int().nullable(),
  creatorName: z.string().nullable(),
  openingViews: z.number().int(),
  openingAdViews: z.number().int(),
  createdAt: z.string(),
  archivedAt: z.string().nullable(),
});
export type Content = z.infer<typeof Content>;

export const CONTENT_SORTS = ['-id', 'id', 'title', '-title'] as const;
export type ContentSort = (typeof CONTENT_SORTS)[number];

export const ContentQuery = z.object({
  search: z.string().trim().max(200).regex(PRINTABLE, 'has control characters').optional(),
  kind: Kind.optional(),
  creatorId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  externalId: ExternalId.optional(),
  archived: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  sort: z.enum(CONTENT_SORTS).default('-id'),
  ...paging(),
});
export type ContentQuery = z.infer<typeof ContentQuery>;
export const ContentList = listOf(Content);

/** An id in a path. What is no id names nothing. */
export const ContentPath = z.object({ id: z.string() });

export const MAX_IMPORT_LINES = 10_000;
export const MAX_IMPORT_BYTES = 8 * 1024 * 1024;

/** What became of one line of an import, counted from 1. */
export const ImportedLine = z.object({
  line: z.number().int(),
  outcome: z.enum(['created', 'updated', 'rejected']),
  id: z.number().int().optional(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
});
export type ImportedLine = z.infer<typeof ImportedLine>;
export const Imported = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  rejected: z.number().int(),
  items: z.array(ImportedLine),
});
export type Imported = z.infer<typeof Imported>;
