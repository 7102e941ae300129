import { z } from 'zod';
import { type Day, parseDay } from '@/lib/kernel/day';

const whole = (least: number, most: number) =>
  z
    .number('is no number')
    .int('is no whole number')
    .min(least, `is less than ${least.toLocaleString('en')}`)
    .max(most, `is more than ${most.toLocaleString('en')}`);

/** From this ordinal on a view is worth so many tenths of a won. */
export const TariffStep = z.strictObject({ from: whole(1, 1e15), tenths: whole(0, 1_000_000) });

const Steps = z
  .array(TariffStep, 'is no list of steps')
  .min(1, 'is empty; send at least the step from 1')
  .max(50, 'has more than 50 steps')
  .superRefine((steps, context) => {
    const miss = (index: number, message: string) =>
      context.addIssue({ code: 'custom', path: [index, 'from'], message });
    if (steps[0] && steps[0].from !== 1) miss(0, 'is not 1; the first step begins with the first view');
    steps.forEach((step, i) => {
      const before = steps[i - 1];
      if (before && step.from <= before.from) miss(i, 'is not above the step before; order the steps by their ordinal');
    });
  });

const EffectiveOn = z.string('is missing; send YYYY-MM-DD').transform((text, context): Day => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'is no date; send YYYY-MM-DD' });
  return z.NEVER;
});

/** Prices of views and ad views from a day on (settlement rule 3). */
export const TariffCreate = z.strictObject({ effectiveOn: EffectiveOn, video: Steps, ad: Steps });
export type TariffCreate = z.infer<typeof TariffCreate>;

export const TariffVersion = z.object({
  version: z.number().int(),
  effectiveOn: z.string(),
  video: z.array(TariffStep),
  ad: z.array(TariffStep),
  createdAt: z.string(),
});
export type TariffVersion = z.infer<typeof TariffVersion>;
export const TariffList = z.object({ items: z.array(TariffVersion), nextCursor: z.null() });
