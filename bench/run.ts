import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** `npm run bench -- NAME`: runs bench/NAME.ts and prints one JSON document with its figures and the machine. */
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const [name = ''] = process.argv.slice(2);
if (!existsSync(new URL(`./${name}.bench.ts`, import.meta.url))) {
  console.error(`Which benchmark? npm run bench -- ${names.join(' | ')}`);
  process.exit(1);
}
const { bench } = await import(`./${name}.bench.ts`);
const startedAt = new Date();
const figures = await bench();
const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
console.log(JSON.stringify({ name, startedAt, machine, figures }, null, 2));
process.exit(0);
