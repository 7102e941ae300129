import { z } from 'zod';

/** What judging eligibility needs to know of a member: how many ads they joined before, and which. */
export type History = { count: number; adIds: ReadonlySet<number> };

type Rule<S extends z.ZodRawShape> = {
  /** What the condition says beside its kind. */
  shape: S;
  holds: (condition: z.infer<z.ZodObject<S>>, history: History) => boolean;
  /** Tells who was refused what is needed. */
  detail: (condition: z.infer<z.ZodObject<S>>) => string;
};

const rule = <S extends z.ZodRawShape>(made: Rule<S>) => made;
const AdId = z
  .number('is no id of an ad')
  .int('is no id of an ad')
  .positive('is no id of an ad')
  .max(Number.MAX_SAFE_INTEGER);
const Count = z
  .number('is no number')
  .int('is no whole number')
  .min(1, 'is less than one')
  .max(1000, 'is more than 1,000');

/**
 * Every kind of eligibility (ads rule 2); all conditions of an ad must hold. To add one: its entry here, its shape in
 * `Condition` below, and its texts to both message files under `ads.conditions`.
 */
export const conditions = {
  'first-time': rule({
    shape: {},
    holds: (_, history) => history.count === 0,
    detail: () => 'It is for members who have joined no ad before.',
  }),
  'participations-at-least': rule({
    shape: { count: Count },
    holds: ({ count }, history) => history.count >= count,
    detail: ({ count }) => `It is for members who have joined at least ${count} ads before.`,
  }),
  joined: rule({
    shape: { adId: AdId },
    holds: ({ adId }, history) => history.adIds.has(adId),
    detail: ({ adId }) => `It is for members who have joined ad ${adId}.`,
  }),
};

export const Condition = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('first-time'), ...conditions['first-time'].shape }),
    z.strictObject({ kind: z.literal('participations-at-least'), ...conditions['participations-at-least'].shape }),
    z.strictObject({ kind: z.literal('joined'), ...conditions.joined.shape }),
  ],
  `is none of ${Object.keys(conditions).join(', ')}`,
);
export type Condition = z.infer<typeof Condition>;

/** The first condition that does not hold, and what it asks for; null when all hold. */
export function findUnmet(
  wanted: readonly Condition[],
  history: History,
): { condition: Condition; detail: string } | null {
  for (const condition of wanted) {
    const { holds, detail } = conditions[condition.kind] as Rule<z.ZodRawShape>;
    if (!holds(condition, history)) return { condition, detail: detail(condition) };
  }
  return null;
}
