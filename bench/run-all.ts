import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { loadOfMachine } from './load-of-machine';
import { machine } from './machine';
import { type Outcome, tableOfFigures } from './table-of-figures';

const TABLE = 'docs/benchmarks.md';
/** Nothing that goes as it should takes longer. */
const PATIENCE_MILLISECONDS = { quick: 10 * 60_000, full: 120 * 60_000 };

/**
 * Runs every benchmark, each in a process of its own, and writes the table anew after each, so that nothing is lost
 * when a later one fails. Quick: a twentieth of the full sizes. Resolves with how many did not end well.
 */
export async function runAll(names: string[], full: boolean): Promise<number> {
  const scale = full ? 1 : 0.05;
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
  const began = { ...machine(), load: loadOfMachine() };
  const outcomes: Outcome[] = [];
  for (const name of names) {
    console.error(`${name} ...`);
    outcomes.push(await runOne(name, scale, PATIENCE_MILLISECONDS[full ? 'full' : 'quick']));
    writeFileSync(TABLE, tableOfFigures({ date: `${date} UTC`, commit, scale, machine: began, outcomes }));
  }
  console.error(`written: ${TABLE}`);
  return outcomes.filter((one) => 'error' in one).length;
}

async function runOne(name: string, scale: number, patience: number): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/run.ts', name], {
    env: { ...process.env, BENCH_SCALE: String(scale) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const timer = setTimeout(() => child.kill('SIGTERM'), patience);
  const said = await text(child.stdout);
  clearTimeout(timer);
  const took = `${Math.round((performance.now() - started) / 1000)} s`;
  try {
    const { figures } = JSON.parse(said.slice(said.indexOf('{\n  "name"')));
    return { name, took, figures };
  } catch {
    return { name, took, error: 'see what it said' };
  }
}
