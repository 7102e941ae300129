import { install, run } from './node24.mjs';

install();
run('scripts/up.ts', [], { NODE_ENV: 'production' });
