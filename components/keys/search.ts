import { parseAsBoolean, parseAsInteger } from 'nuqs/server';

/** Which key is open beside the list, and whether a new one is being made. */
export const keysSearch = { key: parseAsInteger, new: parseAsBoolean.withDefault(false) };
