import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installRedis } from '@/scripts/machine';
import { makeDatabase } from '../database';
import { clientFaults } from './client-faults';
import { clockFaults } from './clock-faults';
import { databaseFaults, failover } from './database-faults';
import { diskFault } from './disk-fault';
import { redisFaults } from './redis-faults';
import { tableOf } from './table';
import { type Row, shortcomings } from './trial';
import { workerFault } from './worker-fault';

/** `npm run test:faults -- NAMES`: tries each fault with real processes; prints what was counted as a table, and keeps it as JSON. */
const SUITES: Record<string, () => Promise<Row[]>> = {
  redis: () => onDatabase(() => redisFaults()),
  database: databaseFaults,
  failover,
  disk: diskFault,
  worker: () => onDatabase(workerFault),
  clock: () => onDatabase(() => clockFaults()),
  client: () => onDatabase(() => clientFaults()),
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`Which faults? npm run test:faults -- ${Object.keys(SUITES).join(' | ')}`);
  process.exit(1);
}

installRedis();
const rows: Row[] = [];
for (const [name, suite] of Object.entries(SUITES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`${name} …`);
  rows.push(...(await suite()));
}
const reports = resolve('test-results');
mkdirSync(reports, { recursive: true });
writeFileSync(join(reports, 'faults.json'), JSON.stringify({ at: new Date(), rows }, null, 2));
console.log(tableOf(rows));
const failed = rows.filter((row) => shortcomings(row).length > 0);
console.log(
  `\n${rows.length - failed.length} faults held, ${failed.length} did not; in full: test-results/faults.json`,
);
process.exit(failed.length === 0 ? 0 : 1);

async function onDatabase(suite: () => Promise<Row[]>): Promise<Row[]> {
  const database = await makeDatabase();
  return suite().finally(database.stop);
}
