import { z } from 'zod';
import { listOf, paging } from '@/lib/kernel/fields';

const count = z.number().int();

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
