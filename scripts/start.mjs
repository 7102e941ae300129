import { install, run } from './node24.mjs';

install();
run('server.ts', [], { NODE_ENV: 'production' });
