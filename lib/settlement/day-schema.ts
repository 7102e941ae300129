import { z } from 'zod';
import { Run } from '@/lib/events/schema';
import { DayText, listOf, paging } from '@/lib/kernel/fields';
import { SettlementLine } from './line-schema';
import { LinesTotals } from './lines-totals-schema';

const whole = z.number().int();

export const DayParams = z.object({ day: DayText });

/** `month` is `YYYY-MM`; without it every day there is. Newest first. */
export const DayQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is no month; send YYYY-MM')
    .optional(),
  ...paging(),
});
export type DayQuery = z.infer<typeof DayQuery>;

const LastRun = Run.pick({ id: true, attempt: true, state: true, finishedAt: true, tookMilliseconds: true });

/**
 * A business day as money sees it. `dirty`: events came after it was settled; `owed`: its counts changed after it was
 * closed; `ended`: its last minute has passed; `running`: a run or a comparison has it just now. Amounts are whole won.
 */
export const SettlementDay = LinesTotals.extend({
  day: z.string(),
  state: z.enum(['open', 'settled', 'closed']),
  dirty: z.boolean(),
  owed: z.boolean(),
  ended: z.boolean(),
  running: z.boolean(),
  total: whole,
  settledAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  lastRun: LastRun.nullable(),
});
export type SettlementDay = z.infer<typeof SettlementDay>;
export const SettlementDayList = listOf(SettlementDay);
export type SettlementDayList = z.infer<typeof SettlementDayList>;

/** The day with its newest runs. `earlierOpenDay` has to be closed before it. */
export const SettlementDayDetail = SettlementDay.extend({
  tariffVersion: whole,
  linesChecksum: z.string().nullable(),
  earlierOpenDay: z.string().nullable(),
  runs: z.array(Run),
});
export type SettlementDayDetail = z.infer<typeof SettlementDayDetail>;

export const LINE_SORTS = ['total', 'views', 'adViews', 'content'] as const;

export const DayLineQuery = z.object({
  sort: z.enum(LINE_SORTS, `is none of ${LINE_SORTS.join(', ')}`).default('total'),
  order: z.enum(['asc', 'desc'], 'is none of asc, desc').default('desc'),
  contentId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  ...paging(),
});
export type DayLineQuery = z.infer<typeof DayLineQuery>;

/** What a video earned on a day, or, where `forDay` is an earlier one, what corrects that closed day. */
export const DayLine = SettlementLine.omit({ creator: true, final: true }).extend({
  contentId: whole,
  title: z.string(),
  creatorId: whole.nullable(),
  creatorName: z.string().nullable(),
});
export type DayLine = z.infer<typeof DayLine>;
export const DayLineList = listOf(DayLine);
export type DayLineList = z.infer<typeof DayLineList>;

export const DayQueued = z.object({ day: z.string(), queued: z.literal(true) });
export type DayQueued = z.infer<typeof DayQueued>;
