import { now } from './clock';
import { singleton } from './singleton';

/** Postgres' own code for a write that found no room. */
export const DISK_FULL = '53100';
const TOLD_FOR_MILLISECONDS = 60_000;

const memory = () => singleton('full-disk', (): { at: Date | null } => ({ at: null }));

/** Notes that Postgres has just refused a write for want of room; a question would not find that out. */
export function noteFullDisk(): void {
  memory().at = now();
}

/** Whether it did so to this process within a minute. */
export function isDiskFull(at: Date): boolean {
  const { at: noted } = memory();
  return noted !== null && at.getTime() - noted.getTime() < TOLD_FOR_MILLISECONDS;
}
