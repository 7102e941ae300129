import type { Logger } from 'pino';
import { errorFacts } from './error-facts';

/** Makes lines of the log of what Next, libraries and we ourselves say by `console.warn` and `console.error`: words and one error, without values. */
export function logConsole(console: Pick<Console, 'warn' | 'error'>, log: () => Logger): void {
  for (const level of ['warn', 'error'] as const) {
    console[level] = (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error);
      const words = said
        .filter((one) => typeof one === 'string')
        .join(' ')
        .trim();
      log()[level](error ? { error: errorFacts(error) } : {}, errorFacts(words).message);
    };
  }
}
