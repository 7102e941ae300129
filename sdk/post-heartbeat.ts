import type { Environment } from './environment';
import type { Signed } from './signer';
import type { Playing } from './watch-player';

/** One heartbeat, as POST /api/v1/watch takes it. */
export type Heartbeat = Signed & Playing & { playerId: string };

/** Sends a heartbeat, also from a page that is being left. One that is lost is made good by the next: figures are absolute. */
export function postHeartbeat(
  { fetch }: Environment,
  { endpoint, key }: { endpoint: string; key: string },
  heartbeat: Heartbeat,
): void {
  fetch(endpoint.replace(/events(?!.*events)/, 'watch'), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(heartbeat),
    keepalive: true,
    credentials: 'omit',
  }).catch(() => {});
}
