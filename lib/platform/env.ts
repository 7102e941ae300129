import { z } from 'zod';
import { calendarOf } from '@/lib/kernel/day';

const SECRET = 'needs at least 32 characters; make one with: openssl rand -base64 32';
const url = z.url();
const whole = (min: number, fallback: number) => z.coerce.number().int().min(min).default(fallback);
/** The run of a day looks back into the day before, and no further. */
const windowOf = (fallback: number) => whole(0, fallback).pipe(z.number().max(86_400_000));
/** `judge_step` counts in 20 bits. */
const dailyCap = whole(1, 100).pipe(z.number().max(1_000_000));

/** Every setting of the app, in the order of `.env.example`. Empty values count as not set. */
export const envSchema = z.object({
  BOXOFFICE_MODE: z.enum(['production', 'demo']).default('production'),
  BOXOFFICE_SECRET: z.string(SECRET).min(32, SECRET),
  BOXOFFICE_URL: url.optional(),
  PORT: whole(0, 3000),
  BOXOFFICE_HOST: z.string().optional(),
  WEB_CONCURRENCY: z.coerce.number().int().min(1).max(256).optional(),
  DATABASE_URL: z.string('is needed; `npm run up` starts a Postgres of its own and sets it'),
  DATABASE_REPLICA_URL: z.string().optional(),
  REPLICA_MAX_LAG_SECONDS: whole(1, 30),
  DATABASE_DIRECT_URL: z.string().optional(),
  DATABASE_POOL_SIZE: whole(1, 10),
  REDIS_URL: z.string().optional(),
  UPSTASH_REDIS_REST_URL: url.optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  REDIS_DEADLINE_MILLISECONDS: whole(1, 150),
  BUSINESS_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is no time zone; name one such as Asia/Seoul')
    .default('Asia/Seoul'),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_ISSUER: z.url().default('https://accounts.google.com'),
  ADMIN_EMAILS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((email) => email.trim().toLowerCase())
        .filter(Boolean),
    ),
  BOXOFFICE_DATA_DIR: z.string().default('.data'),
  ASSET_BASE_URL: url.optional(),
  ASSET_S3_BUCKET: z.string().optional(),
  ASSET_S3_ENDPOINT: url.optional(),
  ASSET_S3_REGION: z.string().default('us-east-1'),
  ASSET_S3_ACCESS_KEY_ID: z.string().optional(),
  ASSET_S3_SECRET_ACCESS_KEY: z.string().optional(),
  ASSET_S3_PATH_STYLE: z.enum(['true', 'false']).optional(),
  AD_VIDEO_MAX_MEBIBYTES: whole(1, 50),
  CRON_SECRET: z.string().min(16).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  BOXOFFICE_COMMIT: z.string().max(64).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  /** Set by Vercel itself. */
  VERCEL: z.string().optional(),
  TRUSTED_PROXY_HOPS: whole(0, 0),
  EVENTS_MAX_AGE_HOURS: whole(1, 48),
  EVENT_RETENTION_DAYS: z.coerce.number().int().min(1).optional(),
  EVENTS_MAX_AHEAD_SECONDS: whole(0, 300),
  CLICK_WINDOW_MILLISECONDS: windowOf(1000),
  CLICK_DAILY_CAP: dailyCap,
  VIEW_WINDOW_MILLISECONDS: windowOf(30_000),
  VIEW_DAILY_CAP: dailyCap,
  POINTS_API_URL: url.optional(),
  POINTS_API_KEY: z.string().optional(),
  POINTS_API_TIMEOUT_MILLISECONDS: whole(1, 3000),
  WITHHOLDING_INCOME_TAX_BASIS_POINTS: whole(0, 300).pipe(z.number().max(10_000)),
  WITHHOLDING_LOCAL_TAX_BASIS_POINTS: whole(0, 1000).pipe(z.number().max(10_000)),
  PAYOUT_ACCOUNT_KEY: z.string().min(32, SECRET).optional(),
  SMTP_URL: z.string().startsWith('smtp', 'is no smtp:// or smtps:// address').optional(),
  MAIL_FROM: z.string().default('Boxoffice <no-reply@boxoffice.invalid>'),
  JOB_MAX_ATTEMPTS: whole(1, 12),
  JOB_CONCURRENCY: whole(0, 16),
  SETTLE_LANES: whole(1, 2),
  SETTLE_RANGE_EVENTS: whole(1, 2_500_000),
  SETTLE_WORK_MEMORY_MEGABYTES: whole(1, 384),
});

export type Env = z.infer<typeof envSchema>;

let cached: Env | undefined;

/** The settings, checked once. Throws an Error that names each wrong variable and its remedy. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** A built app, whose log is read by programs. */
export function inProduction(): boolean {
  return process.env.NODE_ENV === 'production';
}

/** Reads the environment anew at the next look, for programs that set it themselves. */
export function resetEnv(): void {
  cached = undefined;
}

export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.entries(variables).filter(([, value]) => value !== '');
  const parsed = envSchema
    .superRefine(bucketIsWhole)
    .superRefine(pairsAreWhole)
    .superRefine(severalShareRedis)
    .safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Settings are missing or wrong (see .env.example):\n${lines.join('\n')}`);
}

/** A bucket is of use with its keys only, and keys with a bucket. */
function bucketIsWhole(settings: Env, context: z.RefinementCtx): void {
  const parts = ['ASSET_S3_BUCKET', 'ASSET_S3_ACCESS_KEY_ID', 'ASSET_S3_SECRET_ACCESS_KEY'] as const;
  const given = [...parts, 'ASSET_S3_ENDPOINT' as const].filter((name) => settings[name] !== undefined);
  for (const name of given.length > 0 ? parts : []) {
    const message = `is needed with ${given.join(' and ')}; for the disk of this machine leave all of them empty`;
    if (settings[name] === undefined) context.addIssue({ code: 'custom', path: [name], message });
  }
}

const PAIRS = [
  ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
] as const;

/** Half a pair would be passed over in silence: several processes without a Redis, or nobody who can sign in. */
function pairsAreWhole(settings: Env, context: z.RefinementCtx): void {
  for (const pair of PAIRS) {
    const given = pair.filter((name) => settings[name] !== undefined);
    const path = pair.filter((name) => settings[name] === undefined);
    if (given.length === 1) context.addIssue({ code: 'custom', path, message: `is needed with ${given.join()}` });
  }
}

function isTimeZone(zone: string): boolean {
  try {
    calendarOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Without Redis each process would allow the whole of every limit and count a repeat of its own: figures would be wrong till night. */
function severalShareRedis(settings: Env, context: z.RefinementCtx): void {
  const { WEB_CONCURRENCY = 1, REDIS_URL, UPSTASH_REDIS_REST_URL } = settings;
  if (WEB_CONCURRENCY === 1 || REDIS_URL || UPSTASH_REDIS_REST_URL) return;
  const message = 'needs Redis for what several processes share; set REDIS_URL, or leave it empty for one process';
  context.addIssue({ code: 'custom', path: ['WEB_CONCURRENCY'], message });
}
