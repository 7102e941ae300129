import { and, desc, eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import { runs } from '@/db/schema/days';
import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { Run, type RunQuery } from '../schema';

/** Attempts to settle days, newest first. */
export async function listRuns({ day, limit, cursor }: z.infer<typeof RunQuery>): Promise<Page<Run>> {
  const before = cursor === undefined ? undefined : idInCursor(cursor);
  const rows = await db()
    .select()
    .from(runs)
    .where(
      and(day === undefined ? undefined : eq(runs.day, day), before === undefined ? undefined : lt(runs.id, before)),
    )
    .orderBy(desc(runs.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => [row.id]);
  const items = page.items.map(({ startedAt, finishedAt, ...run }) =>
    Run.parse({ ...run, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null }),
  );
  return { items, nextCursor: page.nextCursor };
}
