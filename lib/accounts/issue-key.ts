import { apiKeys } from '@/db/schema/accounts';
import type { Db } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/secret';
import { accountErrors } from './errors';
import { randomBase62 } from './random-base62';
import { judgeScopes } from './rules';
import type { KeyKind } from './schema';
import { type KeyRow, keyColumns } from './store';

export type IssueKey = {
  name: string;
  kind: KeyKind;
  scopes: readonly string[];
  /** Such as `https://shop.example`; empty allows any. Only a publishable key is held to it. */
  allowedOrigins: readonly string[];
  requestsPerSecond?: number | undefined;
  burst?: number | undefined;
  expiresAt?: Date | null | undefined;
  now: Date;
};

/** Rate limits of rule 7: a secret key has one bucket, a publishable key one for each address. */
export const DEFAULT_RATE = {
  secret: { requestsPerSecond: 200, burst: 1000 },
  publishable: { requestsPerSecond: 20, burst: 100 },
} as const;

/** Makes an API key. `key` is in no other place from here on: its SHA-256 is kept. Errors: accounts/unknown-scope, accounts/scope-not-publishable. */
export async function issueKey(tx: Db, wanted: IssueKey): Promise<{ row: KeyRow; key: string }> {
  const verdict = judgeScopes(wanted.kind, wanted.scopes);
  if (!verdict.ok) throw accountErrors[verdict.reason](verdict.scope);
  const key = `${wanted.kind === 'secret' ? 'bo_sk_' : 'bo_pk_'}${randomBase62(40)}`;
  const rate = DEFAULT_RATE[wanted.kind];
  const [row] = await tx
    .insert(apiKeys)
    .values({
      name: wanted.name,
      kind: wanted.kind,
      prefix: key.slice(0, 12),
      hash: sha256(key),
      scopes: [...new Set(wanted.scopes)],
      allowedOrigins: [...new Set(wanted.allowedOrigins)],
      requestsPerSecond: wanted.requestsPerSecond ?? rate.requestsPerSecond,
      burst: wanted.burst ?? rate.burst,
      expiresAt: wanted.expiresAt ?? null,
      createdAt: wanted.now,
    })
    .returning(keyColumns);
  if (!row) throw new Error('the insert of a key returned no row');
  return { row, key };
}
