import { install, run } from './node24.mjs';

install();
run('scripts/run-hosts.ts');
