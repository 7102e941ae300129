import type pg from 'pg';
import { addDays, type Day } from '@/lib/kernel/day';
import { repeatRules } from './repeat-rules';

/** A text that is another one when the verdicts of a day may be others though nothing came: rules, blocks, the end of the day before. */
export async function basisOfVerdicts(client: pg.ClientBase, day: Day): Promise<string> {
  const { rows } = await client.query<{ basis: string }>(
    `select concat_ws('.', count(*), max(id), max(lifted_at), (select tail_checksum from days where day = $1)) as basis from viewer_blocks`,
    [addDays(day, -1)],
  );
  const { click, view } = repeatRules();
  return [click.windowMilliseconds, click.dailyCap, view.windowMilliseconds, view.dailyCap, rows[0]?.basis].join('/');
}
