import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  '{app,components,lib,db,drizzle,messages,public,sdk,scripts}/**/*.{ts,tsx,css,json,sql,svg}',
  '*.{ts,mjs,json}',
];
const MARK = join('.next', 'boxoffice-sources');

/** Builds the app unless it was built from these very sources. */
export async function buildApp(say: (text: string) => void): Promise<void> {
  const sources = hashSources();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === sources) return say('app is built');
  say('building the app …');
  const started = performance.now();
  const built = spawnSync('next', ['build'], { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
  if (built.status !== 0) throw new Error(`The app could not be built:\n${built.stdout}${built.stderr}`);
  writeFileSync(MARK, sources);
  say(`app built, ${Math.round((performance.now() - started) / 1000)} s`);
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern)).sort()) {
    if (file.includes('.test.') || file === 'next-env.d.ts' || file.startsWith('public/sdk')) continue;
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

if (import.meta.filename === process.argv[1]) await buildApp(console.log);
