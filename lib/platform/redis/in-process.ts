import { Redis, type Requester } from '@upstash/redis';
import { now } from '@/lib/platform/clock';
import { runCommand } from './commands';
import type { Link } from './link';
import { Store } from './store';
import type { Reply } from './twins';

type Word = string | number | boolean;
type Answer = { result: Reply } | { error: string };

/** A Redis in this process, for one process alone: nothing to install, nothing shared, nothing kept over a restart. */
export function inProcessLink(store = new Store()): Link {
  const answer = (command: Word[]): Answer => {
    try {
      return { result: runCommand(store, command.map(String)) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
  const requester: Requester = {
    request: async ({ path, body }) =>
      // What a command gives back is known to the client alone, which is generic in it.
      (path === undefined ? answer(body as Word[]) : (body as Word[][]).map(answer)) as never,
  };
  const health = { healthy: true, since: now(), lastFailure: null };
  return { transport: 'in-process', client: new Redis(requester), health: () => health, close: () => undefined };
}
