import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { db } from '@/lib/platform/database';

const text = readFileSync(new URL('./citus.sql', import.meta.url), 'utf8');
const found = (pattern: RegExp) => [...text.matchAll(pattern)];
const REFERENCES = found(/create_reference_table\('(\w+)'\)/g).map(([, table = '']) => table);
const LOCAL = found(/citus_add_local_table_to_metadata\('(\w+)'\)/g).map(([, table = '']) => table);
/** Column and co-location group by table; a group goes by the name of its first table. */
const DISTRIBUTED = new Map(
  found(/create_distributed_table\('(\w+)', '(\w+)'(?:.*colocate_with => '(\w+)')?/g).map(
    ([, table = '', column = '', group]) => [
      table,
      { column, group: group === undefined || group === 'none' ? table : group },
    ],
  ),
);
const tables = [...DISTRIBUTED.keys()];
const ask = async <T extends object>(query: string) => (await db().$client.query<T>(query, [tables])).rows;

test('each table of the schema is distributed, a reference or local, and named once', async () => {
  const { rows } = await db().$client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`,
  );
  expect([...tables, ...REFERENCES, ...LOCAL].sort()).toEqual(rows.map(({ name }) => name).sort());
});

test('each unique key of a distributed table holds its column', async () => {
  const keys = await ask<{ table: string; key: string; columns: string[] }>(
    `select c.relname as table, i.indexrelid::regclass::text as key,
       array(select attname::text from pg_attribute where attrelid = c.oid and attnum = any(i.indkey::int2[])) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid
     where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname = any($1)`,
  );
  expect(keys.length).toBeGreaterThanOrEqual(tables.length - 1); // deltas have no key
  expect(keys.filter(({ table, columns }) => !columns.includes(DISTRIBUTED.get(table)?.column ?? ''))).toEqual([]);
});

test('no foreign key leaves a distributed table but for a reference or, with its column, for its own group', async () => {
  const foreignKeys = await ask<{ from: string; to: string; columns: string[] }>(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to,
       array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns
     from pg_constraint where contype = 'f' and conparentid = 0
       and conrelid::regclass::text = any($1)`,
  );
  expect(foreignKeys.map(({ from, to }) => [from, to])).toContainEqual(['point_entries', 'point_transfers']);
  const leaves = foreignKeys.filter(({ from, to, columns }) => {
    const [own, other] = [DISTRIBUTED.get(from), DISTRIBUTED.get(to)];
    return !REFERENCES.includes(to) && !(own && other?.group === own.group && columns.includes(own.column));
  });
  expect(leaves).toEqual([]);
});

test('no reference has a foreign key to a table that only the coordinator has', async () => {
  const { rows } = await db().$client.query<{ to: string }>(
    `select confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid::regclass::text = any($1)`,
    [REFERENCES],
  );
  expect(rows.filter(({ to }) => !REFERENCES.includes(to))).toEqual([]);
});

test('the columns of a group have one type', async () => {
  const columns = await ask<{ table: string; column: string; type: string }>(
    `select table_name::text as table, column_name::text as column, data_type::text as type
     from information_schema.columns where table_schema = 'public' and table_name = any($1)`,
  );
  const types = new Map<string, Set<string>>();
  for (const { table, column, type } of columns) {
    const plan = DISTRIBUTED.get(table);
    if (plan?.column === column) types.set(plan.group, (types.get(plan.group) ?? new Set()).add(type));
  }
  expect([...types].map(([group, known]) => [group, [...known]])).toEqual([
    ['events', ['bigint']],
    ['participations', ['text']],
  ]);
});
