import { z } from 'zod';
import { DayText, idText, listOf, OpaqueId, paging } from '@/lib/kernel/fields';

/** Longest range of a question: five years. */
export const MAX_DAYS = 1830;
/** A viewer's own history is read from the log, day by day. */
export const MAX_VIEWER_DAYS = 31;

export const ContentIdText = idText('is no content id');
export const Grain = z.enum(['day', 'week', 'month']);

export const StatsQuery = z.object({
  contentId: ContentIdText.optional(),
  viewerId: OpaqueId.optional(),
  from: DayText,
  to: DayText,
  group: Grain.default('day'),
});
export type StatsQuery = z.infer<typeof StatsQuery>;

const count = z.number().int();
export const Figures = z.object({
  clicks: count,
  likes: count,
  unlikes: count,
  views: count,
  adViews: count,
  refused: z.record(z.string(), count),
});
export type Figures = z.infer<typeof Figures>;

/** One day, week or month; `day` is its first day. `final` when the log was judged and no event came since. */
export const StatsItem = Figures.extend({ day: z.string(), final: z.boolean() });
export type StatsItem = z.infer<typeof StatsItem>;

export const Stats = z.object({
  timeZone: z.string(),
  countedUpTo: z.string(),
  /** How old the copy that answered is; 0 when it has everything. */
  behindSeconds: z.number(),
  items: z.array(StatsItem),
  totals: Figures,
});
export type Stats = z.infer<typeof Stats>;

export const TopBy = z.enum(['clicks', 'likes', 'views', 'watch-time']);
export type TopBy = z.infer<typeof TopBy>;
export const TopQuery = z.object({
  by: TopBy.default('clicks'),
  period: Grain.default('day'),
  date: DayText,
  limit: z.coerce.number().int().min(1).max(100).default(5),
  /** Everybody's contents or one's own; a creator has their own alone. */
  scope: z.enum(['all', 'mine'], 'is neither all nor mine').optional(),
});
export type TopQuery = z.infer<typeof TopQuery>;

/** `previousValue` is the same content's value in the period before. Likes are net: given minus withdrawn; watch time is in whole seconds. */
export const TopItem = z.object({
  rank: count,
  contentId: count,
  title: z.string(),
  value: count,
  previousValue: count,
});
export const Top = z.object({ from: z.string(), to: z.string(), items: z.array(TopItem) });
export type Top = z.infer<typeof Top>;

export const HoursQuery = z.object({ day: DayText, contentId: ContentIdText.optional() });
export type HoursQuery = z.infer<typeof HoursQuery>;
/** `startsAt` is an instant, so the repeated or missing hour of a clock change is right. */
export const Hours = z.object({ timeZone: z.string(), items: z.array(Figures.extend({ startsAt: z.string() })) });
export type Hours = z.infer<typeof Hours>;

export const IntakeQuery = z.object({ from: DayText, to: DayText });
/** What arrived on a day and was answered but not stored. */
export const Intake = z.object({
  items: z.array(z.object({ day: z.string(), duplicate: count, rejected: z.record(z.string(), count) })),
});
export type Intake = z.infer<typeof Intake>;

/** A promise of the product, looked at. `ok` is null when looking took too long; `rows` are up to five of the breaches. */
export const IntegrityResult = z.object({
  id: z.string(),
  rule: z.string(),
  title: z.string(),
  detail: z.string(),
  ok: z.boolean().nullable(),
  looked: count,
  breaches: count,
  rows: z.array(z.record(z.string(), z.unknown())),
  tookMilliseconds: count,
});
export type IntegrityResult = z.infer<typeof IntegrityResult>;

/** `days` are the business days whose log and figures were compared. */
export const Integrity = z.object({
  checkedAt: z.string(),
  days: z.array(z.string()),
  checks: z.array(IntegrityResult),
});
export type Integrity = z.infer<typeof Integrity>;

/** `waiting` for its time or for another try, `running`, or `failed` for good until somebody runs it again. */
export const JOB_STATES = ['waiting', 'running', 'failed'] as const;

export const Job = z.object({
  id: count,
  /** The name that it is queued under, such as `accrue-points`. */
  task: z.string(),
  state: z.enum(JOB_STATES),
  attempts: count,
  maxAttempts: count,
  /** When it is due, or due again. */
  runAt: z.string(),
  createdAt: z.string(),
  lockedAt: z.string().nullable(),
  lastError: z.string().nullable(),
  payload: z.unknown(),
});
export type Job = z.infer<typeof Job>;
export const JobList = listOf(Job);
export type JobList = z.infer<typeof JobList>;
const TaskName = z.string().regex(/^[\w:.-]{1,100}$/, 'is no name of a task');

export const JobQuery = z.object({
  state: z.enum(JOB_STATES, `is none of ${JOB_STATES.join(', ')}`).optional(),
  task: TaskName.optional(),
  ...paging(),
});
export type JobQuery = z.infer<typeof JobQuery>;

/** How many jobs there are of each task, and for how long the oldest that is due has waited. */
export const JobsSummary = z.object({
  waiting: count,
  running: count,
  failed: count,
  oldestWaitingSeconds: z.number().nullable(),
  tasks: z.array(z.object({ task: z.string(), waiting: count, running: count, failed: count })),
});
export type JobsSummary = z.infer<typeof JobsSummary>;

/** Which failed jobs to run again: these, or without ids all of them, of one task or of any. */
export const JobsRedrive = z.strictObject({
  ids: z.array(z.number().int().positive().max(Number.MAX_SAFE_INTEGER)).min(1).max(1000).optional(),
  task: TaskName.optional(),
  /** May be said where no ids are named; changes nothing. */
  all: z.literal(true).optional(),
});
export type JobsRedrive = z.infer<typeof JobsRedrive>;
export const JobsRedriven = z.object({ redriven: count });
export type JobsRedriven = z.infer<typeof JobsRedriven>;
