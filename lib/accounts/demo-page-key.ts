import { eq } from 'drizzle-orm';
import { apiKeys } from '@/db/schema/accounts';
import { db } from '@/lib/platform/database';
import { secretFor, sha256 } from '@/lib/platform/secret';
import { DEFAULT_RATE } from './issue-key';

/** It may send events, play videos with their ads, and tell how long they are watched. */
const SCOPES = ['events:write', 'videos:read', 'watch:write'];

/**
 * The publishable key that the public demo page hands to everybody. Keys are kept as hashes alone, so this one is
 * derived from the installation's secret, the same in every process, and entered into the table when it is missing.
 */
export async function demoPageKey(now: Date): Promise<{ id: number; key: string }> {
  const key = `bo_pk_${sha256(secretFor('demo page key')).slice(0, 40)}`;
  const hash = sha256(key);
  const id = (await findId(hash)) ?? (await enter(key, hash, now)) ?? (await findId(hash));
  if (id === null) throw new Error('the key of the demo page is neither in the table nor could it be entered');
  return { id, key };
}

async function findId(hash: string): Promise<number | null> {
  const [row] = await db()
    .select({ id: apiKeys.id, scopes: apiKeys.scopes })
    .from(apiKeys)
    .where(eq(apiKeys.hash, hash));
  // One of an earlier version learns what the page does today.
  if (row && row.scopes.length < SCOPES.length)
    await db().update(apiKeys).set({ scopes: SCOPES }).where(eq(apiKeys.id, row.id));
  return row?.id ?? null;
}

/** Null when another visitor's request was first. */
async function enter(key: string, hash: string, now: Date): Promise<number | null> {
  const [row] = await db()
    .insert(apiKeys)
    .values({
      name: 'Demo page',
      kind: 'publishable',
      prefix: key.slice(0, 12),
      hash,
      scopes: SCOPES,
      ...DEFAULT_RATE.publishable,
      createdAt: now,
    })
    .onConflictDoNothing({ target: apiKeys.hash })
    .returning({ id: apiKeys.id });
  return row?.id ?? null;
}
