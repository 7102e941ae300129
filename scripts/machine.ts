import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A browser of this machine that the journeys can use; undefined leaves them to Playwright's own. */
export function findBrowser(): string | undefined {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return known.find((path) => existsSync(path));
}

/** The machine's browser, else Playwright's own download, else Debian's package when we may install it. */
export function installBrowser(): void {
  if (findBrowser()) return;
  const own = spawnSync('playwright', ['install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (own.status === 0 || aptInstall('chromium')) return;
  console.warn('\nNo browser on this machine and none to be had: the journeys will fail.\n');
}

/** A real Redis holds the in-process one to its contract; without it that part of the tests is skipped, and says so. */
export function installRedis(): void {
  const has = () => spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
  if (has() || (aptInstall('redis-server') && has())) return;
  console.warn(
    '\nNo redis-server on this machine: the contract with a real Redis is NOT TESTED. Install it to test it.\n',
  );
}

function aptInstall(name: string): boolean {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
  const flags = ['-y', '-qq', '--no-install-recommends'];
  return (
    spawnSync('apt-get', ['install', ...flags, name], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  );
}
