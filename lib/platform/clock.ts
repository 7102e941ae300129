/** The one place that reads the clock; everything else is handed `now`. */
export function now(): Date {
  return new Date();
}

/** Milliseconds of a clock that never jumps, for durations. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => Math.round(performance.now() - start);
}
