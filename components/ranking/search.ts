import { parseAsString } from 'nuqs/server';

/** Which day's board; none is today's. */
export const rankingSearch = { day: parseAsString };
