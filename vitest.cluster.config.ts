import { defineConfig } from 'vitest/config';

/** `npm run test:cluster`: what needs several hosts and minutes, and is no part of `npm test`. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { include: ['scripts/*.cluster.ts'], pool: 'forks', testTimeout: 900_000, hookTimeout: 1_800_000 },
});
