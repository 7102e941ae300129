import type { Database } from '../connection';

/** What a builder writes with: a pool or a transaction. */
export type Handle = Pick<Database, 'insert' | 'select'>;
