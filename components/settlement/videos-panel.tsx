'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import { settlementQuery } from '@/lib/settlement/line-client';
import type { Series } from '@/lib/settlement/line-schema';
import { videoUrl } from './earnings-urls';
import type { Earnings } from './use-earnings';
import { usePeriodName } from './use-period-name';
import { useVideoColumns } from './use-video-columns';

/** The videos of one period of the series: what each was watched, earned, and corrected. */
export function VideosPanel({ series, earnings }: { series: Series; earnings: Earnings }) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const nameOf = usePeriodName();
  const { search, setSearch } = earnings;
  const at = chosenAt(series, search.date);
  const item = series.items[at];
  const date = (item?.from ?? series.from) as Day;
  const query = useInfiniteQuery(settlementQuery({ period: search.period, date, creatorId: search.creatorId }));
  const totals = query.data?.pages[0]?.totals;
  const turn = (to: number) => void setSearch({ date: series.items[to]?.from ?? null });
  return (
    <Panel
      title={t('videosOf', { period: nameOf(search.period, item ?? series) })}
      note={totals && t(item?.final ? 'sumFinal' : 'sumProvisional', { amount: format.won(totals.total) })}
      flush
      actions={
        <div className="flex">
          <IconButton icon={ChevronLeft} label={t('periodBefore')} disabled={at <= 0} onClick={() => turn(at - 1)} />
          <IconButton
            icon={ChevronRight}
            label={t('periodAfter')}
            disabled={at >= series.items.length - 1}
            onClick={() => turn(at + 1)}
          />
        </div>
      }
    >
      <PagedTable
        label={t('videos')}
        query={query}
        columns={useVideoColumns()}
        rowId={(row) => String(row.contentId)}
        hrefOf={(row) => videoUrl(row.contentId, search.period, date)}
        empty={<EmptyState title={t('noVideosThen')} />}
      />
    </Panel>
  );
}

/** The period that was chosen, else the last one that earned, else the last. */
function chosenAt({ items }: Series, date: string | null): number {
  const chosen = date === null ? -1 : items.findIndex((item) => item.from <= date && date <= item.to);
  if (chosen >= 0) return chosen;
  const earned = items.findLastIndex((item) => item.views !== 0 || item.adViews !== 0);
  return earned >= 0 ? earned : items.length - 1;
}
