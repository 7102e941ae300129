import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import { env, inProduction } from './env';
import { readableLines } from './readable-lines';
import { singleton } from './singleton';

/**
 * The log of this process: one line of JSON each in production, words in development, from LOG_LEVEL on. What is handed
 * over names nobody: no member, no address, no body, no key; an error goes through `errorFacts`.
 */
export const log = (): Logger =>
  singleton('log', () => makeLog(inProduction() ? destination({ sync: false }) : readableLines()));

/** For tests: the same lines, written elsewhere. */
export function makeLog(stream: DestinationStream, level = env().LOG_LEVEL): Logger {
  const formatters = { level: (label: string) => ({ level: label }) };
  return pino({ level, base: { pid: process.pid }, timestamp: stdTimeFunctions.isoTime, formatters }, stream);
}
