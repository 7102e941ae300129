import { install, run } from './node24.mjs';

install();
run('scripts/up.ts', ['--dev'], { NODE_ENV: 'development' });
