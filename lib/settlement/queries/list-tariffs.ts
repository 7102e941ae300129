import { desc } from 'drizzle-orm';
import { tariffs } from '@/db/schema/settlement';
import { db } from '@/lib/platform/database';
import { TariffVersion } from '../tariff-schema';

/** Every tariff, the latest to take effect first. */
export async function listTariffs(): Promise<TariffVersion[]> {
  const rows = await db().select().from(tariffs).orderBy(desc(tariffs.effectiveOn));
  return rows.map(tariffOf);
}

export function tariffOf({ createdAt, ...row }: typeof tariffs.$inferSelect): TariffVersion {
  return TariffVersion.parse({ ...row, createdAt: createdAt.toISOString() });
}
