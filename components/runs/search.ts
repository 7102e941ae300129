import { createLoader, parseAsInteger } from 'nuqs/server';
import { parseAsDay } from '@/components/operations/parse-as-day';

/** `day` narrows the list, `run` is open beside it. */
export const runsSearch = { day: parseAsDay, run: parseAsInteger };

export const loadRunsSearch = createLoader(runsSearch);
