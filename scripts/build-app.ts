import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCES = [
  '{app,components,lib,db,drizzle,messages,public,sdk}/**/*.{ts,tsx,css,json,sql,svg}',
  '*.{ts,mjs,json}',
];
const MARK = join('.next', 'boxoffice-sources');

/** Builds the app unless it was built from these very sources. Throws an Error with what the build said. */
export async function buildApp(say: (text: string) => void, signal?: AbortSignal): Promise<void> {
  const sources = hashSources();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === sources) return say('app is built');
  say('building the app …');
  const started = performance.now();
  await build(signal);
  writeFileSync(MARK, sources);
  say(`app built, ${Math.round((performance.now() - started) / 1000)} s`);
}

function build(signal: AbortSignal | undefined): Promise<void> {
  const next = spawn(process.execPath, [join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  let said = '';
  for (const stream of [next.stdout, next.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    next.on('error', reject);
    next.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The app could not be built:\n${said}`))));
  });
}

function hashSources(): string {
  const hash = createHash('sha256');
  const found = SOURCES.flatMap((pattern) => globSync(pattern, { withFileTypes: true }));
  const files = found.filter((one) => one.isFile()).map((one) => relative('.', join(one.parentPath, one.name)));
  for (const file of files.sort()) {
    if (
      file.includes('.test.') ||
      ['next-env.d.ts', 'server.ts'].includes(file) ||
      file.startsWith(join('public', 'sdk'))
    )
      continue;
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

if (import.meta.filename === process.argv[1]) await buildApp(console.log);
