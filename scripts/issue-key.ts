import './env-file';
import { parseArgs } from 'node:util';
import { type IssueKey, issueKey } from '@/lib/accounts/issue-key';
import { closePools, db } from '@/lib/platform/database';
import { findCluster, hasDatabase, NAME, openCluster } from './cluster';
import { openDataDir } from './data-dir';
import type { Cluster } from './postgres';
import { findRunning } from './running';
import { settingsOf } from './settings';

const USAGE =
  'Usage: npm run -s issue-key -- --name NAME --scopes events:write,stats:read [--kind secret|publishable] [--origins https://a.example]';

/** Prints a new API key and nothing else; the key is shown this once. */
async function main(): Promise<void> {
  const wanted = readArguments();
  const dataDir = await openDataDir();
  const known = process.env.DATABASE_URL || (await findRunning(dataDir.path))?.databaseUrl;
  const cluster = known ? null : ((await findCluster(dataDir)) ?? (await openCluster(dataDir)));
  try {
    const url = known || (cluster ? await databaseIn(cluster) : '');
    Object.assign(process.env, settingsOf(dataDir, url, 3000));
    const { key } = await issueKey(db(), { ...wanted, now: new Date() });
    process.stdout.write(`${key}\n`);
  } finally {
    await closePools();
    await cluster?.stop();
  }
}

function readArguments(): Omit<IssueKey, 'now'> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { name: text, scopes: text, kind: text, origins: text } });
  const { name, scopes, kind = 'secret', origins } = values;
  if (!name || !scopes) throw new Error(`--name and --scopes are needed\n${USAGE}`);
  if (kind !== 'secret' && kind !== 'publishable') throw new Error(`--kind is secret or publishable\n${USAGE}`);
  return { name, kind, scopes: listOf(scopes), allowedOrigins: listOf(origins) };
}

const listOf = (text = '') =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

async function databaseIn(cluster: Cluster): Promise<string> {
  if (await hasDatabase(cluster)) return cluster.url(NAME);
  throw new Error('There is no database yet. `npm run up` makes one, or set DATABASE_URL.');
}

await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
