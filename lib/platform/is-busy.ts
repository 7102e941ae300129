/**
 * How long a change of a table waits for those who use it, such as a backup. Whoever comes meanwhile waits behind it,
 * so it is less than the 5 s that an arriving event waits.
 */
export const CHANGE_WAITS = '4s';

/** Whether Postgres says that a lock was not to be had in its time. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}
