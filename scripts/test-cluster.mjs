import { install, run } from './node24.mjs';

install();
run('node_modules/vitest/vitest.mjs', ['run', '--config', 'vitest.cluster.config.ts'], { NODE_ENV: undefined });
