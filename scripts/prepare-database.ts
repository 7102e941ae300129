import { migrateDatabase } from '@/db/migrate';
import { issueKey } from '@/lib/accounts/issue-key';
import { closePools, db } from '@/lib/platform/database';
import { askCluster, hasDatabase, NAME } from './data-cluster';
import { type DataDir, saveDataDir } from './data-dir';
import type { Cluster } from './postgres';
import { seedDemo } from './seed-demo';
import { type Settings, settingsOf } from './settings';

type Prepare = { dataDir: DataDir; cluster: Cluster | null; port: number; say: (text: string) => void };

const UNFINISHED = 'boxoffice_unfinished';

/**
 * The database for the app, with its schema, in demo mode with data, and an API key. Our own is filled under another
 * name first: an interrupted start leaves no half of the data behind.
 */
export async function prepareDatabase(plan: Prepare): Promise<{ settings: Settings; apiKey: string }> {
  const { cluster, dataDir, port } = plan;
  if (!cluster) {
    const settings = settingsOf(dataDir, process.env.DATABASE_URL ?? '', port);
    return { settings, apiKey: await fill(plan, settings) };
  }
  const settings = settingsOf(dataDir, cluster.url(NAME), port);
  if (await hasDatabase(cluster)) return { settings, apiKey: await fill(plan, settings) };
  await askCluster(cluster, `drop database if exists ${UNFINISHED} with (force)`);
  await askCluster(cluster, `create database ${UNFINISHED}`);
  const apiKey = await fill(plan, { ...settings, DATABASE_URL: cluster.url(UNFINISHED) });
  await askCluster(cluster, `alter database ${UNFINISHED} rename to ${NAME}`);
  return { settings, apiKey };
}

async function fill({ dataDir, say }: Prepare, settings: Settings): Promise<string> {
  Object.assign(process.env, settings);
  await migrateDatabase(settings.DATABASE_DIRECT_URL ?? settings.DATABASE_URL);
  await seedUnlessFull(say);
  const apiKey = await keyOf(dataDir);
  await closePools();
  return apiKey;
}

async function seedUnlessFull(say: Prepare['say']): Promise<void> {
  const { rows } = await db().$client.query('select from contents limit 1');
  if (rows.length > 0 || process.env.BOXOFFICE_MODE !== 'demo') return say('schema is up to date');
  say('making 90 days of demo data …');
  const started = performance.now();
  const { events } = await seedDemo(new Date());
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`demo data made, ${events.toLocaleString('en')} events, ${seconds} s`);
}

/** One key for trying things, made once and kept in the data folder; one that was revoked or belongs elsewhere is replaced. */
async function keyOf(dataDir: DataDir): Promise<string> {
  const kept = dataDir.apiKey;
  const query = 'select from api_keys where prefix = $1 and revoked_at is null';
  if (kept && (await db().$client.query(query, [kept.slice(0, 12)])).rows.length > 0) return kept;
  const wanted = { name: 'npm run up', kind: 'secret', scopes: ['*'], allowedOrigins: [], now: new Date() } as const;
  dataDir.apiKey = (await issueKey(db(), wanted)).key;
  await saveDataDir(dataDir);
  return dataDir.apiKey;
}
