import { FAILURES_TO_OPEN } from './circuit';
import { redisLink } from './client';
import type { Health, TransportName } from './link';

export type RedisState = Health & { transport: TransportName };

/** How Redis does at this moment, for the health page: it is asked, so that one that died or came back in a quiet hour shows. */
export async function redisState(): Promise<RedisState> {
  const link = redisLink();
  // Asked while it is away, the circuit looks for it on the side: the next look knows.
  if (!link.health().healthy) await link.client.ping().catch(() => null);
  for (let attempt = 0; attempt < FAILURES_TO_OPEN && link.health().healthy; attempt++) {
    const answer = await link.client.ping().catch(() => null);
    if (answer !== null) break;
  }
  return { transport: link.transport, ...link.health() };
}
