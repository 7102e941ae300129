import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { formSearch } from '@/components/charts/search';
import { grainParser, rangeSearch } from '@/components/range/search';

/** What of the streaming screens lives in the URL. */
export const streamingSearch = {
  ...rangeSearch,
  ...formSearch,
  group: grainParser.withDefault('day'),
  show: parseAsStringLiteral(['views', 'watch'] as const).withDefault('views'),
  top: grainParser.withDefault('month'),
  q: parseAsString.withDefault(''),
};

export const loadStreamingSearch = createLoader(streamingSearch);
