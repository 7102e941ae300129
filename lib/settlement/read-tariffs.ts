import type pg from 'pg';
import { z } from 'zod';
import type { Day } from '@/lib/kernel/day';
import type { VersionedTariff } from './worth-in-sql';

const Steps = z.array(z.object({ from: z.coerce.bigint(), tenths: z.coerce.bigint() })).min(1);
const Row = z.object({ version: z.number().int(), effectiveOn: z.string(), video: Steps, ad: Steps });

export type DatedTariff = VersionedTariff & { effectiveOn: Day };

/** Every tariff there is, the one that takes effect first first. */
export async function readTariffs(client: Pick<pg.ClientBase, 'query'>): Promise<DatedTariff[]> {
  const { rows } = await client.query<{ effectiveOn: Day }>(
    'select version, effective_on as "effectiveOn", video, ad from tariffs order by effective_on',
  );
  return rows.map((row) => ({ ...Row.parse(row), effectiveOn: row.effectiveOn }));
}
