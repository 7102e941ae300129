import type { Redis } from '@upstash/redis';

/** How the commands travel; each is held to the same contract (`contract.test.ts`). */
export type TransportName = 'upstash' | 'tcp' | 'in-process';

export type Health = {
  healthy: boolean;
  /** When it became healthy, or stopped being so. */
  since: Date;
  /** The last command that Redis refused or did not answer. */
  lastFailure: { at: Date; reason: string } | null;
};

/** One way to a Redis: the client that everything uses, how it is doing, and how to let go of it. */
export type Link = { transport: TransportName; client: Redis; health: () => Health; close: () => void };
