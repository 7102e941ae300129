import { createLoader, createParser, parseAsStringLiteral } from 'nuqs/server';
import { PayoutState } from '@/lib/settlement/statement-schema';

const parseAsMonth = createParser({
  parse: (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null),
  serialize: String,
});

/** Null is every month, or every state. */
export const payoutsSearch = { month: parseAsMonth, state: parseAsStringLiteral(PayoutState.options) };

export const loadPayoutsSearch = createLoader(payoutsSearch);
