import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { PRESETS } from '@/components/overview/search';

const GRAINS = ['day', 'week', 'month'] as const;

/** What of the streaming screens lives in the URL. */
export const streamingSearch = {
  range: parseAsStringLiteral(PRESETS).withDefault('30d'),
  from: parseAsString,
  to: parseAsString,
  group: parseAsStringLiteral(GRAINS).withDefault('day'),
  show: parseAsStringLiteral(['views', 'watch'] as const).withDefault('views'),
  as: parseAsStringLiteral(['chart', 'table'] as const).withDefault('chart'),
  top: parseAsStringLiteral(GRAINS).withDefault('month'),
  q: parseAsString.withDefault(''),
};

export const loadStreamingSearch = createLoader(streamingSearch);
