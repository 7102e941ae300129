import { addDays, type Day, type DayRange, periodStartsOf } from '@/lib/kernel/day';
import { batchDb } from '@/lib/platform/database';
import { CHANGE_WAITS, isBusy } from '@/lib/platform/is-busy';

/** Makes the missing partitions of the settlement lines, one a month of these days. Two at once are safe; tables that are in use for long wait for the next time. */
export async function ensureLinePartitions(days: DayRange): Promise<void> {
  const client = await batchDb().$client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('boxoffice partitions'))`);
    for (const first of periodStartsOf('month', days)) {
      const name = `settlement_lines_p${first.slice(0, 7).replace('-', '')}`;
      const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name]);
      if (!rows[0]?.there) await client.query(create(name, first));
    }
  } catch (error) {
    if (!isBusy(error)) throw error;
    console.warn('partitions: the settlement lines are in use, and theirs are left to the next daily run');
  } finally {
    client.release(true); // ends the session, and with it the advisory lock
  }
}

/** Lines that came before their month had a partition move into it as they are. */
function create(name: string, first: Day): string {
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  return `begin;
    set local lock_timeout = '${CHANGE_WAITS}';
    create table ${name} (like settlement_lines including defaults including constraints);
    lock table settlement_lines, settlement_lines_default in access exclusive mode;
    with moved as (delete from settlement_lines_default where day >= '${first}' and day < '${next}' returning *)
      insert into ${name} select * from moved;
    alter table settlement_lines attach partition ${name} for values from ('${first}') to ('${next}');
    commit;`;
}
