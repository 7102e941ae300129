/** The middle value; of an even number the higher of the two in the middle. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** How long one answer takes, asked so many times, one after the other. */
export async function timesOf(times: number, ask: () => Promise<unknown>) {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await ask();
    took.push(performance.now() - start);
  }
  return { p50Milliseconds: round(percentile(took, 50)), p99Milliseconds: round(percentile(took, 99)) };
}
