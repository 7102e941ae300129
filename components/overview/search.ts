import { createLoader, parseAsBoolean, parseAsInteger, parseAsStringLiteral } from 'nuqs/server';
import { formSearch } from '@/components/charts/search';
import { grainParser, rangeSearch } from '@/components/range/search';

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
