import { onBehalfOfAll } from './caller';
import { singleton } from './singleton';

/** Does the work once for all who ask under this name while it is under way; whoever began it may leave. */
export function onceForAll<T>(name: string, work: () => Promise<T>): Promise<T> {
  const asked = singleton(`once for all: ${name}`, (): { running: Promise<T> | null } => ({ running: null }));
  asked.running ??= onBehalfOfAll(work).finally(() => {
    asked.running = null;
  });
  return asked.running;
}
