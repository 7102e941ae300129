import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript without dependencies: this runs on whatever Node the machine has, before anything is installed.
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';
const node24 = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');

/** Installs what package-lock.json names, unless that is what is there. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 9))
    fail(`Boxoffice needs Node 20.9 or newer; this is ${process.version}.`);
  if (!isInstalled()) {
    console.log('Installing packages …');
    // A working folder keeps what fits; a fresh one gets exactly the lock. Tests need the development packages.
    const how = existsSync(join(modules, '.package-lock.json')) ? ['install', '--no-save'] : ['ci'];
    const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    try {
      execFileSync(windows ? 'npm.cmd' : 'npm', [...how, ...flags], { cwd: root, stdio: 'inherit', shell: windows });
    } catch {
      fail('The packages could not be installed; npm says why above. Try: npm ci');
    }
    writeFileSync(join(modules, '.boxoffice-lock'), hashOfLock());
  }
  if (!existsSync(node24))
    fail('Node 24 is not among the packages: their install scripts did not run. Try: npm ci --ignore-scripts=false');
}

function isInstalled() {
  const listed = join(modules, '.package-lock.json');
  if (!existsSync(listed)) return false;
  const mark = join(modules, '.boxoffice-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hashOfLock()) return true;
  // Somebody ran npm themselves after the lock file changed.
  return statSync(listed).mtimeMs > statSync(join(root, 'package-lock.json')).mtimeMs;
}

function hashOfLock() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function fail(text) {
  console.error(text);
  process.exit(1);
}

/** The environment in which `node` is the packaged Node 24 and every installed tool is found by its name. */
export function environment(extra = {}) {
  const PATH = [join(modules, '.bin'), process.env.PATH].join(delimiter);
  // Compiled code is kept beside the packages: a server is up a fifth sooner from its second start on.
  const NODE_COMPILE_CACHE = join(modules, '.cache', 'compiled');
  return { NEXT_TELEMETRY_DISABLED: '1', NODE_COMPILE_CACHE, ...process.env, ...extra, PATH };
}

/** Runs a TypeScript file of ours on the packaged Node 24, with the settings of `.env`, and ends as it ends. */
export function run(file, args = process.argv.slice(2), extra = {}) {
  const settings = existsSync(join(root, '.env')) ? ['--env-file=.env'] : [];
  const child = spawn(node24, [...settings, '--import', 'tsx', join(root, file), ...args], {
    cwd: root,
    // By the end of the channel it learns of ours, however sudden.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environment(extra),
  });
  child.on('message', (address) => console.log(`Boxoffice listens on ${address}`));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(String(error)));
  child.on('exit', (code) => process.exit(code ?? 1));
  endWithNpm(() => child.kill('SIGTERM'));
}

/** A SIGTERM to npm ends the shell between it and us, not us. */
function endWithNpm(stop) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}
