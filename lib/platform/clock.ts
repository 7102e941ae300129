/** The one place that reads the clock; everything else is handed `now`. */
export function now(): Date {
  return new Date();
}

/** Milliseconds of a clock that never jumps, counted from no moment in particular: for pauses and lives of this process. */
export function steadyMilliseconds(): number {
  return performance.now();
}

/** Milliseconds of that clock since now, for durations. */
export function stopwatch(): () => number {
  const start = steadyMilliseconds();
  return () => Math.round(steadyMilliseconds() - start);
}
