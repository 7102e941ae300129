import { install, run } from './node24.mjs';

install();
run('scripts/test.ts', process.argv.slice(2), { NODE_ENV: undefined });
