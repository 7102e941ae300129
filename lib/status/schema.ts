import { z } from 'zod';
import { JobsSummary } from './job-schema';

const count = z.number().int();
const instant = z.string();

export const CronState = z.object({
  name: z.string(),
  beganAt: instant,
  endedAt: instant.nullable(),
  failedAt: instant.nullable(),
  error: z.string().nullable(),
  /** Nobody calls it any more. */
  late: z.boolean(),
});
export type CronState = z.infer<typeof CronState>;

/** A run of a day or a job that failed, newest first. */
export const Failure = z.object({ kind: z.enum(['run', 'job']), name: z.string(), at: instant, error: z.string() });
export type Failure = z.infer<typeof Failure>;

/** The parts that the health looks at. */
export const CHECKS = [
  'database',
  'migrations',
  'partitions',
  'jobs',
  'crons',
  'pictures',
  'redis',
  'replica',
] as const;

export type CheckName = (typeof CHECKS)[number];

/** `state` names what was found, `detail` says it in English with its remedy, `values` are the figures in it. */
export const Check = z.object({
  name: z.enum(CHECKS),
  ok: z.boolean(),
  state: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string(),
});

/** `process` is the one that answered; `database` is null while the database does not answer. */
export const Status = z.object({
  checkedAt: instant,
  ready: z.boolean(),
  checks: z.array(Check),
  process: z.object({
    version: z.string(),
    commit: z.string().nullable(),
    node: z.string(),
    upSeconds: count,
    pools: z.array(z.object({ name: z.string(), connections: count, idle: count, waiting: count })),
  }),
  database: z
    .object({
      jobs: JobsSummary,
      days: z.object({
        daysNotSettled: count,
        daysDirty: count,
        deltasWaiting: count,
        runsFailedToday: count,
        partitionsAhead: count,
      }),
      crons: z.array(CronState),
      failures: z.array(Failure),
    })
    .nullable(),
});
export type Status = z.infer<typeof Status>;
