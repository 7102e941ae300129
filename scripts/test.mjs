import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment, install, root } from './node24.mjs';

/** Runs everything, also after a failure, and closes with the number of tests that passed and failed. */
install();
const reports = join(root, 'test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const chromium = findChromium();
installRedis();

const steps = [
  ['lint', 'biome', ['check', '.']],
  ['types', 'next', ['typegen'], 'tsc', ['--noEmit', '--incremental', 'false']],
  ['tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile=${join(reports, 'vitest.json')}`]],
  ['build', 'node', ['--import', 'tsx', 'scripts/build-app.ts']],
  ['journeys', 'playwright', ['test']],
];

const failed = [];
for (const [name, ...commands] of steps) {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const ok = pairs(commands).every(([command, args]) => execute(command, args));
  console.log(`── ${name} ${ok ? 'passed' : 'FAILED'}, ${Math.round((performance.now() - started) / 1000)} s`);
  if (!ok) failed.push(name);
}

const unit = count(readReport('vitest.json'), (report) => [
  report.numPassedTests,
  report.numFailedTests + report.numFailedTestSuites,
]);
const browser = count(readReport('playwright.json'), ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]);
console.log(failed.length === 0 ? '\nEverything passed.' : `\nFailed: ${failed.join(', ')}.`);
const failures = Math.max(unit.failed + browser.failed, failed.length);
console.log(`${unit.passed + browser.passed} passed, ${failures} failed`);
process.exit(failed.length === 0 ? 0 : 1);

function execute(command, args) {
  const extra = {
    NODE_ENV: '',
    CHROMIUM: chromium ?? '',
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json'),
  };
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment(extra),
    shell: process.platform === 'win32',
  });
  if (error) console.error(String(error));
  return status === 0;
}

function pairs(list) {
  return list.length === 0 ? [] : [[list[0], list[1]], ...pairs(list.slice(2))];
}

/** The machine's browser, else Playwright's own download, else Debian's package when we may install it. */
function findChromium() {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );
  if (known) return known;
  if (
    spawnSync('playwright', ['install', 'chromium'], { cwd: root, stdio: 'inherit', env: environment() }).status === 0
  )
    return undefined;
  apt('chromium');
  return '/usr/bin/chromium';
}

/** A real Redis holds the in-process one to its contract; without it that part of the tests is skipped, and says so. */
function installRedis() {
  const has = () => spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!has()) apt('redis-server');
  if (!has())
    console.warn(
      '\nNo redis-server on this machine and no right to install one: the contract with a real Redis is NOT tested.\n',
    );
}

function apt(name) {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

function readReport(name) {
  const file = join(reports, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function count(report, numbers) {
  const [passed = 0, bad = 0] = report ? numbers(report) : [];
  return { passed, failed: bad };
}
