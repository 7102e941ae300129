import { readdirSync } from 'node:fs';
import { machine } from './machine';
import { runAll } from './run-all';

/**
 * `npm run bench`: all of them, quickly or with `-- --full` at their full sizes, into docs/benchmarks.md.
 * `npm run bench -- NAME`: runs bench/NAME.bench.ts and prints one JSON document with its figures and the machine.
 */
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const [name] = process.argv.slice(2);
if (name === undefined || name === '--full') {
  // What has bars for requests first, while nothing has warmed the machine.
  const order = ['lane', 'ingest', 'participate', 'watch', 'dashboard', 'daily', 'settle'];
  const failed = await runAll([...order, ...names.filter((one) => !order.includes(one))], name === '--full');
  process.exit(failed === 0 ? 0 : 1);
}
if (!names.includes(name)) {
  console.error(`Which benchmark? npm run bench -- ${names.join(' | ')}`);
  process.exit(1);
}
const { bench } = await import(`./${name}.bench.ts`);
const startedAt = new Date();
const figures = await bench();
console.log(JSON.stringify({ name, startedAt, machine: machine(), figures }, null, 2));
process.exit(0);
