import { amendDay } from '@/lib/events/amend-day';
import { JUDGED_TYPES, REASON_CODES } from '@/lib/events/codes';
import type { Day } from '@/lib/kernel/day';
import { batchTransaction } from '@/lib/platform/batch-transaction';
import { batchDb } from '@/lib/platform/database';
import { payLateEvents } from '@/lib/settlement/pay-late-events';
import { countAdVideoViews } from '@/lib/streaming/count-ad-video-views';

type ApplyBlock = { blockId: number; now: Date };
type Held = { viewer: string; liftedAt: Date | null; done: number; changed: number };

/**
 * Makes the log say what the blocks of a viewer do, a day a transaction, and pays what closed days are owed. Goes by the
 * blocks that stand, so that it can begin again after a crash, and twice at once does it once.
 */
export async function applyBlock({ blockId, now }: ApplyBlock): Promise<void> {
  const held = await findBlock(blockId);
  if (!held) return;
  const days = await daysToAmend(held.viewer);
  let { done, changed } = held;
  const of = done + days.length;
  await tell(blockId, { done, of, changed });
  for (const day of days) {
    changed += await amend(day, held.viewer);
    done += 1;
    await tell(blockId, { done, of, changed });
  }
  await payLateEvents();
  await batchDb().$client.query(
    'update viewer_blocks set applied_at = $2 where id = $1 and lifted_at is not distinct from $3',
    [blockId, now, held.liftedAt],
  );
}

async function findBlock(blockId: number): Promise<Held | undefined> {
  const { rows } = await batchDb().$client.query<Held>(
    `select viewer, lifted_at as "liftedAt", coalesce((progress->>'done')::int, 0) as done,
       coalesce((progress->>'changed')::int, 0) as changed from viewer_blocks where id = $1`,
    [blockId],
  );
  return rows[0];
}

// What a block should refuse and does not, and what is refused although no block says so any more.
const MISJUDGED = `e.viewer = $1 and e.type in (${JUDGED_TYPES}) and e.reason <> ${REASON_CODES.bot}
  and (e.reason = ${REASON_CODES.blocked}) <> exists (
    select from viewer_blocks b where b.viewer = $1 and b.lifted_at is null and (b.from_at is null or b.from_at <= e.at))`;

async function daysToAmend(viewer: string): Promise<Day[]> {
  const { rows } = await batchDb().$client.query<{ day: Day }>(
    `select distinct e.day from events e where ${MISJUDGED} order by e.day`,
    [viewer],
  );
  return rows.map((row) => row.day);
}

function amend(day: Day, viewer: string): Promise<number> {
  return batchTransaction(async (client) => {
    await client.query(
      `insert into provisional_verdicts as p (day, content_id, id)
       select e.day, e.content_id, e.id from events e where e.day = $2 and ${MISJUDGED}
       on conflict (day, content_id, id) do update set judged_in = null`,
      [viewer, day],
    );
    const amended = await amendDay(client, day);
    await countAdVideoViews(client, day);
    return amended;
  });
}

async function tell(blockId: number, progress: { done: number; of: number; changed: number }): Promise<void> {
  await batchDb().$client.query('update viewer_blocks set progress = $2 where id = $1', [blockId, progress]);
}
