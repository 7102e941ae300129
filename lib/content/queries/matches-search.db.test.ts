import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { transaction } from '@/lib/platform/database';
import { matchesSearch } from './matches-search';

const TITLES = ['골목 산책', '산골 편지', 'Morning run', 'MORNING 산책', '100% 진심', 'a_b', 'İstanbul', '한강 2024'];

beforeAll(async () => {
  await transaction(async (tx) => {
    await tx.execute(
      sql`insert into contents (title, kind, external_id) select t, 'article', 'ext-' || n from unnest(${sql.param(TITLES)}::text[]) with ordinality as x (t, n)`,
    );
    await tx.execute(
      sql`insert into contents (title, kind) select md5(n::text), 'article' from generate_series(1, 2000) n`,
    );
    await tx.execute(sql`analyze contents`);
  });
});

const found = (search: string) =>
  transaction(async (tx) => {
    const { rows } = await tx.execute<{ title: string }>(
      sql`select title from contents where ${matchesSearch(search)} order by id`,
    );
    return rows.map((row) => row.title);
  });

test.each([
  ['산책', ['골목 산책', 'MORNING 산책']],
  ['산', ['골목 산책', '산골 편지', 'MORNING 산책']],
  ['목 산', ['골목 산책']],
  ['책산', []],
  ['morning', ['Morning run', 'MORNING 산책']],
  ['morning 산', ['MORNING 산책']],
  ['RU', ['Morning run']],
  ['0%', ['100% 진심']],
  ['a_b', ['a_b']],
  ['_', ['a_b']],
  ['\\', []],
  ['İst', ['İstanbul']],
  ['ext-3', ['Morning run']],
  ['ext', []],
])('a search for "%s" finds the titles that have it, in any case', async (search, titles) => {
  expect(await found(search)).toEqual(titles);
});

test.each([
  ['산책', 'contents_title_chars_idx'],
  ['산', 'contents_title_chars_idx'],
  ['q', 'contents_title_chars_idx'],
  ['morning', 'contents_title_trgm_idx'],
])('a search for "%s" asks an index and reads no other title', async (search, index) => {
  const plan = await transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const { rows } = await tx.execute<Record<string, string>>(
      sql`explain select title from contents where ${matchesSearch(search)}`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain(index);
});
