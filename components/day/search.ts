import { parseAsInteger, parseAsStringLiteral } from 'nuqs';

const OUTCOMES = ['counted', 'refused'] as const;
const TYPES = ['click', 'like', 'unlike', 'view', 'ad-view'] as const;

/** What narrows the list of events, in the URL. */
export const eventSearch = {
  hour: parseAsInteger,
  outcome: parseAsStringLiteral(OUTCOMES),
  type: parseAsStringLiteral(TYPES),
};

/** The same, and the content that a whole day is narrowed to. */
export const daySearch = { content: parseAsInteger, ...eventSearch };
