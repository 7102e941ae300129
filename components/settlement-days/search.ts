import { createLoader, createParser, parseAsStringLiteral } from 'nuqs/server';
import { LINE_SORTS } from '@/lib/settlement/day-schema';

const parseAsMonth = createParser({
  parse: (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null),
  serialize: String,
});

/** Null is the month of today. */
export const daysSearch = { month: parseAsMonth };

export const loadDaysSearch = createLoader(daysSearch);

/** How the lines of a day are sorted; `line` is open beside them, by its content and the day that it is for. */
export const linesSearch = {
  sort: parseAsStringLiteral(LINE_SORTS).withDefault('total'),
  order: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('desc'),
};
