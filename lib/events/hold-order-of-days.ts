import type pg from 'pg';

/**
 * Until the end of the transaction no other one closes days or writes what rests on their order, such as settlement
 * lines. Taken before the lock of any day: a run keeps it to its end and then wants the days after its own.
 */
export async function holdOrderOfDays(client: pg.ClientBase): Promise<void> {
  await client.query(HOLD_ORDER_OF_DAYS);
}

export const HOLD_ORDER_OF_DAYS = `select pg_advisory_xact_lock(hashtext('order of days'))`;
