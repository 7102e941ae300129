import { z } from 'zod';
import { REASONS } from '@/lib/events/schema';
import { addDays, type Day, daysUntil } from '@/lib/kernel/day';
import { DayText, InstantText, lineOf, listOf, OpaqueId, PRINTABLE, paging } from '@/lib/kernel/fields';

/** A viewer as the log names it. */
export const Viewer = z
  .string()
  .min(3)
  .max(80)
  .regex(PRINTABLE, 'has control characters')
  .regex(/^[mai]:/, 'is no viewer; send it as the events list shows it, such as m:ann, or memberId');

const named = {
  viewer: Viewer.optional(),
  memberId: OpaqueId.optional(),
  from: InstantText.optional(),
  void: z.literal(true, 'is not true; leave it out to block from a moment on').optional(),
};

type Named = {
  viewer?: string | undefined;
  memberId?: string | undefined;
  from?: string | undefined;
  void?: true | undefined;
};

function checkNames({ viewer, memberId, from, void: all }: Named, context: z.RefinementCtx): void {
  const miss = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if ((viewer === undefined) === (memberId === undefined)) miss('viewer', 'is needed, or memberId, and not both');
  if (from !== undefined && all) miss('from', 'goes with no void, which takes every event');
}

/** Whose events shall not count: those from a moment on (now when none is named), or every one with `void`. */
export const BlockCreate = z.strictObject({ ...named, reason: lineOf('say why', 500) }).superRefine(checkNames);
export type BlockCreate = z.infer<typeof BlockCreate>;

export const BlockPreviewQuery = z
  .object({
    ...named,
    void: z
      .literal('true')
      .transform((): true => true)
      .optional(),
  })
  .superRefine(checkNames);
export type BlockPreviewQuery = z.infer<typeof BlockPreviewQuery>;

/** What a block would take; `won` is roughly what the views are worth. */
export const BlockPreview = z.object({
  viewer: z.string(),
  from: z.string().nullable(),
  events: z.number().int(),
  clicks: z.number().int(),
  views: z.number().int(),
  adViews: z.number().int(),
  won: z.number().int(),
  contents: z.number().int(),
  openDays: z.number().int(),
  closedDays: z.number().int(),
});
export type BlockPreview = z.infer<typeof BlockPreview>;

/** `from` is null when every event is void. `applied` is false while its days are still gone through. */
export const Block = z.object({
  id: z.number().int(),
  viewer: z.string(),
  from: z.string().nullable(),
  reason: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  liftedAt: z.string().nullable(),
  applied: z.boolean(),
  progress: z.object({ done: z.number().int(), of: z.number().int(), changed: z.number().int() }).nullable(),
});
export type Block = z.infer<typeof Block>;
export const BlockList = listOf(Block);
export type BlockList = z.infer<typeof BlockList>;

export const BlockQuery = z.object({
  state: z.enum(['active', 'lifted']).optional(),
  viewer: Viewer.optional(),
  ...paging(),
});
export type BlockQuery = z.infer<typeof BlockQuery>;

export const BlockPath = z.object({ id: z.coerce.number().int().positive() });

/** The most days that are looked through at once. */
export const MAX_DAYS = 31;

const period = { from: DayText.optional(), to: DayText.optional() };

function checkPeriod({ from, to }: { from?: Day | undefined; to?: Day | undefined }, context: z.RefinementCtx): void {
  if (!from || !to) return;
  const miss = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
  if (to < from) miss('is before from');
  if (daysUntil(from, to) >= MAX_DAYS) miss(`is more than ${MAX_DAYS} days from from; choose fewer`);
}

/** The period asked for: seven days up to today when none is named. */
export function periodAsked({ from, to }: { from?: Day | undefined; to?: Day | undefined }, today: Day) {
  const last = to ?? (from ? (addDays(from, 6) < today ? addDays(from, 6) : today) : today);
  const first = from ?? addDays(last, -6);
  return first > last ? { from: first, to: first } : { from: first, to: last };
}

export const AbuseQuery = z
  .object({
    ...period,
    by: z.enum(['refusals', 'rate']).default('refusals'),
    ...paging(50, 100),
  })
  .superRefine(checkPeriod);
export type AbuseQuery = z.infer<typeof AbuseQuery>;

const Refused = z.partialRecord(z.enum(REASONS), z.number().int());

/** What one viewer did. `share` is that of the content it viewed most, from 0 to 1. */
export const Suspect = z.object({
  viewer: z.string(),
  events: z.number().int(),
  counted: z.number().int(),
  refused: z.number().int(),
  reasons: Refused,
  contents: z.number().int(),
  peakPerMinute: z.number().int(),
  top: z
    .object({ contentId: z.number().int(), title: z.string(), views: z.number().int(), share: z.number() })
    .nullable(),
  blocked: z.boolean(),
});
export type Suspect = z.infer<typeof Suspect>;
export const SuspectList = z.object({
  from: z.string(),
  to: z.string(),
  items: z.array(Suspect),
  nextCursor: z.string().nullable(),
});
export type SuspectList = z.infer<typeof SuspectList>;

export const ViewerPath = z.object({
  viewer: z
    .string()
    .transform((text, context) => {
      try {
        return decodeURIComponent(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is no viewer; send its name percent-encoded' });
        return z.NEVER;
      }
    })
    .pipe(Viewer),
});
export const ViewerQuery = z.object(period).superRefine(checkPeriod);

/** What a viewer touched: the busiest contents of each day, newest day first, and their hours of the day. */
export const ViewerActivity = z.object({
  viewer: z.string(),
  from: z.string(),
  to: z.string(),
  suspect: Suspect.nullable(),
  hours: z.array(z.object({ hour: z.number().int(), counted: z.number().int(), refused: z.number().int() })),
  contents: z.array(
    z.object({
      day: z.string(),
      contentId: z.number().int(),
      title: z.string(),
      clicks: z.number().int(),
      views: z.number().int(),
      adViews: z.number().int(),
      refused: z.number().int(),
      reasons: Refused,
    }),
  ),
  blocks: z.array(Block),
});
export type ViewerActivity = z.infer<typeof ViewerActivity>;
