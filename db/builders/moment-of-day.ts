import type { Random } from './random';

// How busy each hour is, from midnight: lunch and the evening.
const HOURS = [9, 5, 3, 2, 2, 3, 6, 12, 18, 17, 16, 19, 26, 22, 17, 16, 17, 21, 26, 31, 36, 38, 30, 18];

/** When on a day something happens, in milliseconds from its beginning, as people are awake. */
export function momentOfDay(random: Random): number {
  let mark = random.fraction() * HOURS.reduce((sum, weight) => sum + weight, 0);
  const hour = HOURS.findIndex((weight) => {
    mark -= weight;
    return mark < 0;
  });
  return Math.max(hour, 0) * 3_600_000 + random.below(3_600_000);
}
