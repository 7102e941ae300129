'use client';

import { useTranslations } from 'next-intl';
import { FigureCell, FigureRow } from '@/components/ui/figure-row';
import type { PanelQuery } from '@/components/ui/panel';
import { Total } from '@/components/ui/total';
import { useFormat } from '@/components/use-format';
import type { StreamingStats } from '@/lib/dashboard/streaming-schema';
import { useReasonName } from './use-reason-name';
import { useWatchTime } from './use-watch-time';

type WatchedFiguresProps = { query: PanelQuery<StreamingStats>; previous: StreamingStats | undefined };

/** The totals of the range, each with its change against the range before, and what was not counted. */
export function WatchedFigures({ query, previous }: WatchedFiguresProps) {
  const t = useTranslations('streaming');
  const tCharts = useTranslations('charts');
  const format = useFormat();
  const watchTime = useWatchTime();
  const reasonName = useReasonName();
  const now = query.data?.totals;
  const then = previous?.totals;
  const refused = Object.entries(now?.refused ?? {}).sort((a, b) => b[1] - a[1]);
  const total = refused.reduce((sum, [, n]) => sum + n, 0);
  const parts = refused.slice(0, 2).map(([reason, n]) => `${reasonName(reason)} ${format.number(n)}`);
  const figure = (id: 'views' | 'adViews' | 'watchSeconds', text: (value: number) => string) => ({
    value: now?.[id],
    before: then?.[id],
    text,
    note: then && tCharts('before', { value: text(then[id]) }),
  });
  return (
    <FigureRow query={query}>
      <Total name={t('views')} {...figure('views', format.number)} />
      <Total name={t('adViews')} {...figure('adViews', format.number)} />
      <Total name={t('watchTime')} {...figure('watchSeconds', watchTime)} />
      <FigureCell
        name={t('refused')}
        value={now && format.number(total)}
        note={now && (parts.length > 0 ? parts.join(' · ') : t('noneRefused'))}
      />
    </FigureRow>
  );
}
