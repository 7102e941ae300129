import { existsSync } from 'node:fs';
import { chmod, chown, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type Cluster, type Place, startPostgres } from './postgres';
import { postgresAccount } from './postgres-account';

/** Of this server alone, or of no use to another one: it writes its own, and the log comes from the primary. */
const LEFT_OUT = /^(postmaster\.(pid|opts)|pg_wal\/|pg_replslot\/|pg_stat_tmp\/|pg_subtrans\/|pg_notify\/|.*pgsql_tmp)/;

/**
 * Starts a streaming standby of this primary, whose folder is on this machine and is copied when the standby's is new.
 * The slot on the primary keeps what the standby has not got yet, up to `max_slot_wal_keep_size`.
 */
export async function startStandby(primary: Cluster, place: Place): Promise<Cluster> {
  const slot = `standby_${place.port}`;
  if (!existsSync(place.directory)) await copyPrimary(primary, place.directory, slot);
  const { hostname, port, username, password } = new URL(primary.url('postgres'));
  const conninfo = `host=${hostname} port=${port} user=${username} password=${password} application_name=${slot}`;
  // Statements of a report end instead of being cancelled by what the primary removes meanwhile.
  const settings = [`primary_conninfo=${conninfo}`, `primary_slot_name=${slot}`, 'hot_standby_feedback=on'];
  return startPostgres({
    ...place,
    flags: [...(place.flags ?? []), ...settings.flatMap((setting) => ['-c', setting])],
  });
}

/** A base backup by hand: the npm package of Postgres has no pg_basebackup. The folder appears when it is whole. */
async function copyPrimary(primary: Cluster, directory: string, slot: string): Promise<void> {
  const unfinished = `${directory}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const client = new pg.Client({ connectionString: primary.url('postgres') });
  await client.connect();
  try {
    await client.query('select pg_create_physical_replication_slot($1, true)', [slot]);
    const { rows } = await client.query<{ directory: string }>(
      `select current_setting('data_directory') as directory, pg_backup_start('standby', true)`,
    );
    await copyFolder(rows[0]?.directory ?? '', unfinished);
    const { rows: stopped } = await client.query<{ label: string }>(
      'select labelfile as label from pg_backup_stop(false)',
    );
    await writeFile(join(unfinished, 'backup_label'), stopped[0]?.label ?? '');
    await writeFile(join(unfinished, 'standby.signal'), '');
  } finally {
    await client.end();
  }
  await handOver(unfinished);
  await rename(unfinished, directory);
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
      .slice(from.length + 1)
      .replaceAll('\\', '/');
    if (LEFT_OUT.test(path)) continue;
    if (entry.isDirectory()) await mkdir(join(to, path), { recursive: true });
    else if (entry.isFile()) await copyFile(join(from, path), join(to, path)).catch(unlessGone);
  }
}

/** Postgres removes files of its own while it is copied; the log brings what they were for. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

/** Postgres wants its folder to be its own and closed to others. */
async function handOver(folder: string): Promise<void> {
  const account = postgresAccount(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))];
  if (account) for (const path of paths) await chown(path, account.uid, account.gid);
  await chmod(folder, 0o700);
}
