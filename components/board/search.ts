import { createLoader, parseAsStringLiteral } from 'nuqs/server';
import { POST_KINDS, POST_SORTS, POST_STATES } from '@/lib/community/rules';

/** What of the board is looked at. */
export const boardSearch = {
  kind: parseAsStringLiteral(POST_KINDS),
  sort: parseAsStringLiteral(POST_SORTS).withDefault('newest'),
};

export const loadBoardSearch = createLoader(boardSearch);

/** What an admin looks at when cleaning up. */
export const moderationSearch = { state: parseAsStringLiteral(POST_STATES).withDefault('all') };
