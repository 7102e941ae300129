import { z } from 'zod';
import { parseDay } from '@/lib/kernel/day';
import {
  ImageAddress,
  idOfA,
  lineOf,
  linesOf,
  listOf,
  OpaqueId,
  paging,
  SearchText,
  STORABLE,
} from '@/lib/kernel/fields';
import { Condition } from './conditions';

const Name = lineOf('send a name', 100);
const Text = linesOf('send what members read', 2000);
const RewardPoints = z
  .number('is missing; send 0 to 1,000,000 points')
  .int('is no whole number of points')
  .min(0, 'is below zero')
  .max(1_000_000, 'is more than 1,000,000');
const Places = z
  .number('is missing; send how many may join')
  .int('is no whole number')
  .min(1, 'is less than one')
  .max(1_000_000_000, 'is more than 1,000,000,000');
/** An instant, or a date of the business time zone: as a start its first moment, as an end its last. */
const Moment = z
  .string('is missing; send an ISO 8601 time with an offset, or a date')
  .refine(
    (text) => parseDay(text) !== null || z.iso.datetime({ offset: true }).safeParse(text).success,
    'is neither an ISO 8601 time with an offset, such as 2026-11-21T09:00:00+09:00, nor a date such as 2026-11-21',
  )
  .refine((text) => text >= '1900', 'is before the year 1900');
const Eligibility = z
  .array(Condition, 'is no list of conditions')
  .max(10, 'has more than ten conditions')
  .refine((list) => list.length < 2 || !list.some((one) => one.kind === 'first-time'), {
    message: 'asks for a first-time participant and for more; nobody could join',
  });

const described = {
  name: Name,
  text: Text,
  imageUrl: ImageAddress.nullish(),
  rewardPoints: RewardPoints,
  places: Places,
  startsAt: Moment,
  endsAt: Moment,
};

export const AdCreate = z.strictObject({
  ...described,
  eligibility: Eligibility.default([]),
  /** For whom an admin or a program registers it; an advertiser registers for themselves. */
  ownerId: idOfA('person').nullish(),
  /** The draft that this ad was written in; it goes away with it. */
  draftId: idOfA('draft').nullish(),
});
export type AdCreate = z.infer<typeof AdCreate>;

export const AdUpdate = z.strictObject({
  name: Name.optional(),
  text: Text.optional(),
  imageUrl: ImageAddress.nullish(),
  rewardPoints: RewardPoints.optional(),
  places: Places.optional(),
  startsAt: Moment.optional(),
  endsAt: Moment.optional(),
  eligibility: Eligibility.optional(),
});
export type AdUpdate = z.infer<typeof AdUpdate>;

export const AD_STATES = ['scheduled', 'live', 'paused', 'sold-out', 'ended'] as const;

export const Ad = z.object({
  id: z.number().int(),
  name: z.string(),
  text: z.string(),
  imageUrl: z.string().nullable(),
  rewardPoints: z.number().int(),
  places: z.number().int(),
  used: z.number().int(),
  startsAt: z.string(),
  endsAt: z.string(),
  state: z.enum(AD_STATES),
  eligibility: z.array(Condition),
  ownerId: z.number().int().nullable(),
  ownerName: z.string().nullable(),
  createdAt: z.string(),
});
export type Ad = z.infer<typeof Ad>;

export const AdQuery = z.object({
  search: SearchText.optional(),
  state: z.enum(AD_STATES, `is none of ${AD_STATES.join(', ')}`).optional(),
  ownerId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  ...paging(),
});
export type AdQuery = z.infer<typeof AdQuery>;
export const AdList = listOf(Ad);
export type AdList = z.infer<typeof AdList>;

/** How an ad does: participations by business day and by hour (oldest first), refusals, and points paid and promised. */
export const AdReport = z.object({
  id: z.number().int(),
  participations: z.number().int(),
  refusals: z.array(z.object({ reason: z.string(), n: z.number().int() })),
  /** Of the promised ones, those that have reached the members. */
  pointsPaid: z.number().int(),
  pointsPromised: z.number().int(),
  placesLeft: z.number().int(),
  /** When the last place goes at the pace of now, or the end of the period; null when it has ended or nobody joins. */
  expectedEndAt: z.string().nullable(),
  days: z.array(z.object({ day: z.string(), participations: z.number().int(), points: z.number().int() })),
  hours: z.array(z.object({ hourStart: z.string(), participations: z.number().int() })),
});
export type AdReport = z.infer<typeof AdReport>;
export const ReportQuery = z.object({ format: z.enum(['json', 'csv'], 'is neither json nor csv').default('json') });

/** Ids in a path. What is no id names nothing. */
export const AdPath = z.object({ id: z.string() });

const MAX_DRAFT_LETTERS = 20_000;
const DraftFields = z
  .record(z.string(), z.unknown(), 'is missing; send what the form holds')
  .refine((fields) => depthOf(fields) <= 8, 'is nested more than eight deep')
  .refine((fields) => depthOf(fields) > 8 || JSON.stringify(fields).length <= MAX_DRAFT_LETTERS, {
    message: `is longer than ${MAX_DRAFT_LETTERS.toLocaleString('en')} letters`,
  })
  .refine((fields) => isStorable(fields), 'has characters that cannot be stored');

/** Levels of lists and objects; what is deeper than we would ever take is not counted on. */
function depthOf(value: unknown, level = 0): number {
  if (typeof value !== 'object' || value === null || level > 8) return level;
  return Math.max(level + 1, ...Object.values(value).map((part) => depthOf(part, level + 1)));
}

/** Postgres stores neither NUL nor half a surrogate pair, in a name or a value. */
function isStorable(value: unknown, level = 0): boolean {
  if (typeof value === 'string') return STORABLE.test(value);
  if (typeof value !== 'object' || value === null || level > 8) return true;
  return Object.entries(value).every(([name, part]) => STORABLE.test(name) && isStorable(part, level + 1));
}

/** The form of an ad as typed, however incomplete; published by POST /api/v1/ads with `draftId`. */
export const AdDraft = z.object({
  id: z.number().int(),
  fields: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type AdDraft = z.infer<typeof AdDraft>;
export const AdDraftList = listOf(AdDraft);
export const DraftCreate = z.strictObject({
  fields: DraftFields,
  /** Whose draft it is; a program names the person, a session is one. */
  ownerId: idOfA('person').nullish(),
});
export type DraftCreate = z.infer<typeof DraftCreate>;
export const DraftSave = z.strictObject({ fields: DraftFields });

/** What a member may join now. */
export const JoinableAd = z.object({
  id: z.number().int(),
  name: z.string(),
  text: z.string(),
  imageUrl: z.string().nullable(),
  rewardPoints: z.number().int(),
});
export type JoinableAd = z.infer<typeof JoinableAd>;
export const JoinableList = z.object({ items: z.array(JoinableAd), nextCursor: z.null() });
export const JoinableQuery = z.object({ memberId: OpaqueId.optional() });

/** `memberId` may be left out by a member's own session. */
export const Join = z.object({ memberId: OpaqueId.optional() }).default({});

export const Participation = z.object({
  id: z.number().int(),
  adId: z.number().int(),
  memberId: z.string(),
  rewardPoints: z.number().int(),
  joinedAt: z.string(),
});
export type Participation = z.infer<typeof Participation>;

/** A line of a member's history, with name and reward as they were. */
export const JoinedAd = z.object({
  joinedAt: z.string(),
  memberId: z.string(),
  adId: z.number().int(),
  adName: z.string(),
  rewardPoints: z.number().int(),
});
export type JoinedAd = z.infer<typeof JoinedAd>;
export const JoinedList = listOf(JoinedAd);
/** `from` and `to` are instants or business days, both days included. */
export const JoinedQuery = z.object({
  from: Moment.optional(),
  to: Moment.optional(),
  ...paging(50, 50),
});
export type JoinedQuery = z.infer<typeof JoinedQuery>;
