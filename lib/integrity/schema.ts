import { z } from 'zod';

const count = z.number().int();

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
