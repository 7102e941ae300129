import { spawnSync } from 'node:child_process';
import { appendFile, chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { db } from '@/lib/platform/database';
import { enterDatabase } from '../database';
import { newFolder, OwnPostgres } from './own-postgres';
import { disturb, openTrial, type Row } from './trial';

const SIZE = '400m';
const SMALL = ['-c', 'max_wal_size=64MB', '-c', 'min_wal_size=32MB'];

/** The disk of Postgres is full: a small one of memory where this user may mount one, else a trigger that says what Postgres would. */
export async function diskFault(): Promise<Row[]> {
  const folder = await newFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]).status === 0;
  if (mounted) await chmod(folder, 0o755);
  const postgres = await OwnPostgres.start(SMALL, folder);
  const ballast = join(folder, 'ballast');
  await enterDatabase(postgres.url);
  const trial = await openTrial({});
  const free = async () => {
    await rm(ballast, { force: true });
    // Where it could not even write its log, it has ended, and the operator starts it again.
    await postgres.startIfEnded();
  };
  try {
    return [
      await disturb(trial, {
        fault: mounted ? `Disk full (tmpfs of ${SIZE})` : 'Disk full (played by a trigger)',
        cause: mounted ? () => fill(ballast) : () => db().$client.query(REFUSE),
        heal: mounted ? free : () => db().$client.query('drop function disk_is_full cascade'),
        requests: 200,
      }),
    ];
  } finally {
    await trial.server.kill();
    await postgres.stop().catch(() => {});
    if (mounted) spawnSync('umount', [folder]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(file: string): Promise<void> {
  for (let chunk = 1024 * 1024; chunk >= 4096; ) {
    await appendFile(file, Buffer.alloc(chunk)).catch(() => {
      chunk /= 4;
    });
  }
}

const REFUSE = `create function disk_is_full() returns trigger language plpgsql as
  $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
create trigger disk_is_full before insert on events for each row execute function disk_is_full();
create trigger disk_is_full before insert on participations for each row execute function disk_is_full();`;
