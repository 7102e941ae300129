/** Sizes of the benchmarks that fill a database are multiplied by it: `BENCH_SCALE=0.02 npm run bench -- settle` for a quick look. */
export const SCALE = Number(process.env.BENCH_SCALE ?? 1);
