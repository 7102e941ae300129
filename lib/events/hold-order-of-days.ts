import type pg from 'pg';

/**
 * Until the end of the transaction no other one closes days or writes what rests on their order, such as settlement
 * lines. Taken after the lock of a day, and by whoever closes days before theirs, which then skips days that are held.
 */
export async function holdOrderOfDays(client: pg.ClientBase): Promise<void> {
  await client.query(HOLD_ORDER_OF_DAYS);
}

export const HOLD_ORDER_OF_DAYS = `select pg_advisory_xact_lock(hashtext('order of days'))`;
