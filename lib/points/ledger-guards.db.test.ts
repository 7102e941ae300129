import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { db } from '@/lib/platform/database';

type Entry = [account: string, amount: number];

/** What the database itself says to a transfer that our code would never write, rolled back when it lets it pass. */
async function attempt(work: (client: pg.PoolClient) => Promise<unknown>): Promise<string> {
  const client = await db().$client.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('set constraints all immediate');
    return 'let pass';
  } catch (error) {
    return error instanceof Error && 'constraint' in error ? String(error.constraint ?? error.message) : String(error);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function write(client: pg.PoolClient, memberId: string, entries: Entry[]): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into point_transfers (member_id, kind, reference, at) values ($1, 'correction', $2, now()) returning id`,
    [memberId, randomUUID()],
  );
  const id = rows[0]?.id ?? 0;
  for (const [account, amount] of entries) {
    await client.query(`insert into point_entries (member_id, transfer_id, account, amount) values ($1, $2, $3, $4)`, [
      memberId,
      id,
      account,
      amount,
    ]);
  }
  return id;
}

const balanceOf = async (client: pg.PoolClient, memberId: string) => {
  const { rows } = await client.query('select balance from point_balances where member_id = $1', [memberId]);
  return rows[0]?.balance;
};

/** The same attempt with one guard of the database switched off; the transaction puts it back. */
const without = (trigger: string, table: string, work: (client: pg.PoolClient) => Promise<unknown>) =>
  attempt(async (client) => {
    await client.query(`alter table ${table} disable trigger ${trigger}`);
    await work(client);
  });

const member = () => randomUUID();

test('the database refuses a transfer whose entries do not sum to zero', async () => {
  const crooked = (client: pg.PoolClient) =>
    write(client, member(), [
      ['wallet', 5],
      ['ads', -4],
    ]);
  expect(await attempt(crooked)).toBe('point_transfers_balanced');
  const noGuard = async (client: pg.PoolClient) => {
    await client.query('alter table point_entries disable trigger point_entries_balanced');
    await crooked(client);
  };
  expect(await without('point_transfers_balanced', 'point_transfers', noGuard)).toBe('let pass');
});

test('the database refuses a transfer without entries', async () => {
  const empty = (client: pg.PoolClient) => write(client, member(), []);
  expect(await attempt(empty)).toBe('point_transfers_balanced');
  expect(await without('point_transfers_balanced', 'point_transfers', empty)).toBe('let pass');
});

test('the database refuses an entry more to a transfer that stands', async () => {
  const late = async (client: pg.PoolClient) => {
    const memberId = member();
    const id = await write(client, memberId, [
      ['wallet', 5],
      ['ads', -5],
    ]);
    await client.query('set constraints all immediate');
    await client.query('set constraints all deferred');
    await client.query(
      `insert into point_entries (member_id, transfer_id, account, amount) values ($1, $2, 'shop', 1)`,
      [memberId, id],
    );
  };
  expect(await attempt(late)).toBe('point_transfers_balanced');
  expect(await without('point_entries_balanced', 'point_entries', late)).toBe('let pass');
});

test('the database refuses an entry without its transfer, of 0 points, or of an account that is none', async () => {
  const lone = (client: pg.PoolClient) =>
    client.query(
      `insert into point_entries (member_id, transfer_id, account, amount) values ('nobody', 1, 'wallet', 1)`,
    );
  expect(await attempt(lone)).toBe('point_entries_transfer_fkey');
  expect(await attempt((client) => write(client, member(), [['wallet', 0]]))).toBe('point_entries_amount');
  expect(await attempt((client) => write(client, member(), [['elsewhere', 1]]))).toBe('point_entries_account');
});

test.each([
  ['point_entries', 'update point_entries set amount = amount'],
  ['point_entries', 'delete from point_entries'],
  ['point_transfers', `update point_transfers set reference = reference || 'x'`],
  [
    'point_transfers',
    'delete from point_transfers where not exists (select from point_entries e where e.transfer_id = id)',
  ],
])('the database refuses to change %s: %s', async (table, statement) => {
  const change = async (client: pg.PoolClient) => {
    await write(client, member(), [
      ['wallet', 5],
      ['ads', -5],
    ]);
    await client.query('set constraints all immediate');
    await client.query(statement);
  };
  expect(await attempt(change)).toMatch(/append-only|never (changed|updated|deleted)|refuse|may not/i);
  expect(await without(`${table}_append_only`, table, change)).toBe('let pass');
});

test('the database refuses to empty the ledger', async () => {
  const empty = (client: pg.PoolClient) => client.query('truncate point_entries');
  expect(await attempt(empty)).not.toBe('let pass');
  expect(await without('point_entries_append_only', 'point_entries', empty)).toBe('let pass');
});

test('the balance moves with the entries, by the database itself', async () => {
  const memberId = member();
  const balances: unknown[] = [];
  const twice = async (client: pg.PoolClient) => {
    await write(client, memberId, [
      ['wallet', 5],
      ['ads', -5],
    ]);
    balances.push(await balanceOf(client, memberId));
    await write(client, memberId, [
      ['wallet', -2],
      ['shop', 2],
    ]);
    balances.push(await balanceOf(client, memberId));
  };
  expect(await attempt(twice)).toBe('let pass');
  expect(balances.splice(0)).toEqual([5, 3]);
  await without('point_entries_move_balances', 'point_entries', twice);
  expect(balances).toEqual([undefined, undefined]);
});

test('a balance below zero is refused by the database', async () => {
  const overdrawn = async (client: pg.PoolClient) => {
    const memberId = member();
    await write(client, memberId, [
      ['wallet', 5],
      ['ads', -5],
    ]);
    await write(client, memberId, [
      ['wallet', -6],
      ['shop', 6],
    ]);
  };
  expect(await attempt(overdrawn)).toBe('point_balances_not_negative');
  const bare = async (client: pg.PoolClient) => {
    await client.query('alter table point_balances drop constraint point_balances_not_negative');
    await overdrawn(client);
  };
  expect(await attempt(bare)).toBe('let pass');
});
