import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript without dependencies: this runs on whatever Node the machine has, before anything is installed.
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Installs what package-lock.json names, unless that very lock was installed before. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 9)) {
    console.error(`Boxoffice needs Node 20.9 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules', '.boxoffice-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Installing packages …');
  const installed = existsSync(join(root, 'node_modules', '.package-lock.json'));
  // A working folder keeps what it has when it fits; a fresh one gets exactly the lock.
  execFileSync(npm, [installed ? 'install' : 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (statSync(join(root, 'node_modules')).isDirectory())
    writeFileSync(
      mark,
      createHash('sha256')
        .update(readFileSync(join(root, 'package-lock.json')))
        .digest('hex'),
    );
}

/** The environment in which `node` is the packaged Node 24 and every installed tool is found by its name. */
export function environment(extra = {}) {
  return { ...process.env, ...extra, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` };
}

/** Runs a TypeScript file of ours on the packaged Node 24 and ends as it ends; signals are passed on. */
export function run(file, args = process.argv.slice(2), extra = {}) {
  const child = spawn(join(bin, 'node'), ['--import', 'tsx', join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: environment(extra),
    shell: process.platform === 'win32',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
