'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { SearchInput } from '@/components/ui/search-input';
import { useDebounced } from '@/components/use-debounced';
import { useFormat } from '@/components/use-format';
import { watchedVideosQuery } from '@/lib/dashboard/streaming-client';
import { addDays, daysUntil } from '@/lib/kernel/day';
import type { Streaming } from './use-streaming';
import { useVideoColumns } from './use-video-columns';

/** What one page of the list is added up over at most. */
const LONGEST_DAYS = 92;

/** The videos with what was watched of each; a longer range shows its last three months here. */
export function VideosPanel({ streaming }: { streaming: Streaming }) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const { search, setSearch, range } = streaming;
  const long = daysUntil(range.from, range.to) + 1 > LONGEST_DAYS;
  const shown = long ? { from: addDays(range.to, 1 - LONGEST_DAYS), to: range.to } : range;
  const query = useInfiniteQuery(watchedVideosQuery({ ...shown, search: useDebounced(search.q) }));
  return (
    <Panel
      title={t('videos')}
      note={t('videosNote', { range: format.dayRange(shown) })}
      flush
      actions={<SearchInput label={t('searchVideos')} value={search.q} onChange={(q) => void setSearch({ q })} />}
    >
      <PagedTable
        label={t('videos')}
        query={query}
        columns={useVideoColumns()}
        rowId={(row) => String(row.id)}
        hrefOf={(row) => `/streaming/videos/${row.id}`}
        empty={search.q === '' ? <NoVideos /> : <EmptyState title={t('videoNotFound')} />}
      />
    </Panel>
  );
}

function NoVideos() {
  const t = useTranslations('streaming');
  return (
    <EmptyState title={t('noVideos')}>
      <p>{t('noVideosHow')}</p>
    </EmptyState>
  );
}
