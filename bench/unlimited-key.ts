import { issueKey } from '@/lib/accounts/issue-key';
import { db } from '@/lib/platform/database';

/** Headers of a secret key that no rate limit holds back. */
export async function unlimitedKey(scopes: string[]): Promise<{ authorization: string }> {
  const rate = { requestsPerSecond: 1_000_000, burst: 1_000_000 };
  const { key } = await issueKey(db(), {
    name: 'bench',
    kind: 'secret',
    scopes,
    allowedOrigins: [],
    ...rate,
    now: new Date(),
  });
  return { authorization: `Bearer ${key}` };
}
