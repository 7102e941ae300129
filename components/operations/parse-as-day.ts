import { createParser } from 'nuqs/server';
import { parseDay } from '@/lib/kernel/day';

/** A day in the URL; one that is not in the calendar is as if it was not there. */
export const parseAsDay = createParser({ parse: parseDay, serialize: String });
