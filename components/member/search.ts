import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { PRESETS } from '@/components/overview/search';

/** Which days of the history are looked at. */
export const historySearch = {
  range: parseAsStringLiteral(PRESETS).withDefault('30d'),
  from: parseAsString,
  to: parseAsString,
};

export const loadHistorySearch = createLoader(historySearch);
