import { createLoader, parseAsBoolean, parseAsInteger, parseAsStringLiteral } from 'nuqs/server';
import { formSearch } from '@/components/charts/search';
import { grainParser, rangeOf, rangeSearch } from '@/components/range/search';
import { type Day, previousRange } from '@/lib/kernel/day';

/** What of the overview lives in the URL. */
export const overviewSearch = {
  ...rangeSearch,
  ...formSearch,
  group: grainParser.withDefault('day'),
  compare: parseAsBoolean.withDefault(true),
  content: parseAsInteger,
  show: parseAsStringLiteral(['clicks-likes', 'likes', 'views'] as const).withDefault('clicks-likes'),
  by: parseAsStringLiteral(['clicks', 'likes', 'views'] as const).withDefault('clicks'),
  top: grainParser.withDefault('month'),
  auto: parseAsBoolean.withDefault(false),
};

export const loadOverviewSearch = createLoader(overviewSearch);

export type OverviewSearch = Awaited<ReturnType<typeof loadOverviewSearch>>;

/** What the overview asks for, the same on the server that fills it first and in the browser that goes on. */
export function questionsOf(search: OverviewSearch, today: Day) {
  const range = rangeOf(search, today);
  const question = { ...range, group: search.group, contentId: search.content };
  return {
    range,
    question,
    before: { ...question, ...previousRange(range) },
    top: { by: search.by, period: search.top, date: range.to },
  };
}
