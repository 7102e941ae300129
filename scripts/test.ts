import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installBrowser, installRedis } from './machine';
import { countBrowser, countUnit } from './test-counts';

/** Runs everything, also after a failure, and closes with the number of tests that passed and failed. */
const reports = resolve('test-results');
const unitReport = join(reports, 'vitest.json');
const browserReport = join(reports, 'playwright.json');

const STEPS: Record<string, string[][]> = {
  lint: [['biome', 'check', '.']],
  types: [
    ['next', 'typegen'],
    ['tsc', '--noEmit', '--incremental', 'false'],
  ],
  tests: [['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${unitReport}`]],
  build: [['node', '--import', 'tsx', 'scripts/build-app.ts']],
  journeys: [['playwright', 'test']],
};

let running: ChildProcess | undefined;
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop);

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
installBrowser();
installRedis();

const lines: string[] = [];
let failedSteps = 0;
for (const [name, commands] of Object.entries(STEPS)) {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const ok = await all(commands);
  const line = `${ok ? '✓' : '✗'} ${name.padEnd(10)} ${Math.round((performance.now() - started) / 1000)} s`;
  console.log(`── ${line}`);
  lines.push(line);
  if (!ok) failedSteps += 1;
}

const counts = [countUnit(unitReport), countBrowser(browserReport)];
const sum = (of: 'passed' | 'failed') => counts.reduce((total, count) => total + count[of], 0);
// A step that fails without a failing test, such as lint, counts as one.
const failed = Math.max(sum('failed'), failedSteps);
console.log(`\n${lines.join('\n')}\n\n${sum('passed')} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function all(commands: string[][]): Promise<boolean> {
  for (const command of commands) if (stopped || !(await execute(command))) return false;
  return true;
}

function execute([command = '', ...args]: string[]): Promise<boolean> {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport };
  const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  running = child;
  return new Promise((done) => {
    child.on('error', (error) => {
      console.error(error.message);
      done(false);
    });
    child.on('exit', (code) => done(code === 0));
  });
}

/** What runs ends its own servers; the steps after it are not begun. */
function stop(): void {
  stopped = true;
  running?.kill('SIGTERM');
}
