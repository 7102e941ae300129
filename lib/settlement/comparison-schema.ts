import { z } from 'zod';

const whole = z.number().int();
const Figures = z.object({
  views: whole,
  adViews: whole,
  videoAmount: whole,
  adAmount: whole,
  total: whole,
  adjustments: whole,
});
const OfVideo = Figures.omit({ adjustments: true });

/**
 * What a run of a day would change, of which nothing was kept. Verdicts by reason, null is counted; amounts in whole won;
 * `laterLinesChanged` are lines of settled days after it, whose ordinals would move.
 */
export const DayComparison = z.object({
  verdicts: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), events: whole })),
  before: Figures,
  after: Figures,
  lines: z.object({ added: whole, removed: whole, changed: whole }),
  laterLinesChanged: whole,
  videos: z.array(z.object({ contentId: whole, title: z.string(), before: OfVideo, after: OfVideo })),
});
export type DayComparison = z.infer<typeof DayComparison>;

/** The newest comparison of a day; `result` comes with the end of the run. */
export const ComparisonRun = z.object({
  runId: whole,
  state: z.enum(['running', 'succeeded', 'failed']),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  tookMilliseconds: whole.nullable(),
  error: z.string().nullable(),
  result: DayComparison.nullable(),
});
export type ComparisonRun = z.infer<typeof ComparisonRun>;
