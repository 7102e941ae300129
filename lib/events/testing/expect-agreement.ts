import { expect } from 'vitest';
import { db } from '@/lib/platform/database';
import { reasonOf, typeOf } from '../codes';
import { DISAGREEMENTS } from './disagreements';
import { OWNER } from './history';
import { judgeAll, likedAtTheEnd, type ModelEvent, type ModelRules } from './model';

/** Three videos of the owner. */
export async function makeContents(): Promise<number[]> {
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind, duration_seconds, creator_id)
     select 'a video', 'video', 900, (select id from users where member_id = $1) from generate_series(1, 3) returning id`,
    [OWNER],
  );
  return rows.map((row) => row.id);
}

/** Once the days are settled: the log of these contents is the plain model's, event by event. */
export async function expectLogOf(model: ModelEvent[], contents: number[], rules: ModelRules): Promise<void> {
  const { rows } = await db().$client.query<{ id: string; type: number; reason: number }>(
    'select id, type, reason from events where content_id = any($1)',
    [contents],
  );
  expect(rows.length, 'each event is stored once').toBe(new Set(model.map((event) => event.id)).size);
  const stored = new Map(
    rows.filter((row) => !['like', 'unlike'].includes(typeOf(row.type))).map((row) => [row.id, reasonOf(row.reason)]),
  );
  expect(stored).toEqual(judgeAll(model, rules));
  await expectLikesOf(model, contents);
}

async function expectLikesOf(model: ModelEvent[], contents: number[]): Promise<void> {
  const { rows: liked } = await db().$client.query<{ key: string }>(
    `select content_id || ' ' || viewer as key from likes where liked and content_id = any($1)`,
    [contents],
  );
  const expected = likedAtTheEnd(model);
  expect(new Set(liked.map((row) => row.key))).toEqual(expected);
  const { rows: net } = await db().$client.query<{ n: number }>(
    `select coalesce(sum(likes - unlikes), 0)::int as n from summaries where grain = 'd' and content_id = any($1)`,
    [contents],
  );
  expect(net[0]?.n, 'likes given minus withdrawn').toBe(expected.size);
}

/** The figures of everything are the log's, and weeks, months and totals the sums of days. */
export async function expectFiguresOfLog(): Promise<void> {
  expect((await db().$client.query(DISAGREEMENTS)).rows).toEqual([]);
  expect((await db().$client.query(GRAINS_DISAGREE)).rows, 'weeks, months and totals are the sums of days').toEqual([]);
}

const GRAINS_DISAGREE = `select grain, start_on from (
  select grain, start_on, sum(clicks + views + likes + unlikes + ad_views + repeat_view) as n from summaries where grain <> 'd' group by 1, 2
  except
  select g.grain, date_trunc(g.unit, start_on::timestamp)::date, sum(clicks + views + likes + unlikes + ad_views + repeat_view)
  from summaries cross join (values ('w', 'week'), ('m', 'month')) as g (grain, unit) where summaries.grain = 'd' group by 1, 2
) as wrong`;
