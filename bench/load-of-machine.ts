import { loadavg } from 'node:os';
import { round } from './statistics';

/** How many processes wanted a core during the last minute; figures of a busy machine say little. */
export const loadOfMachine = (): number => round(loadavg()[0] ?? 0);
