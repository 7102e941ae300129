import { Redis, type Requester } from '@upstash/redis';
import { Circuit } from './circuit';
import type { Link } from './link';
import { DEADLINE_MILLISECONDS } from './within-deadline';

/** Upstash over HTTPS, for hosts that keep no connections. */
export function upstashLink(url: string, token: string, deadlineMilliseconds = DEADLINE_MILLISECONDS): Link {
  const circuit = new Circuit('upstash', new Rest(url, token, deadlineMilliseconds).requester(), deadlineMilliseconds);
  return { transport: 'upstash', client: new Redis(circuit), health: () => circuit.health, close: () => undefined };
}

/** The client's own HTTP half, to put the circuit between it and the commands. */
class Rest extends Redis {
  constructor(url: string, token: string, deadlineMilliseconds: number) {
    super({
      url,
      token,
      retry: { retries: 0 },
      // Longer than the deadline: a first connection that comes too late for its own command is there for the next.
      signal: () => AbortSignal.timeout(Math.max(2000, deadlineMilliseconds)),
      enableTelemetry: false,
      enableAutoPipelining: false,
    });
  }

  requester(): Requester {
    return this.client;
  }
}
