import { createLoader } from 'nuqs/server';
import { rangeSearch } from '@/components/range/search';

/** Which days of the history are looked at. */
export const historySearch = rangeSearch;

export const loadHistorySearch = createLoader(historySearch);
