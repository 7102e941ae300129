'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { useFormat } from '@/components/use-format';
import type { StreamingItem } from '@/lib/dashboard/streaming-schema';
import type { Day, Grain } from '@/lib/kernel/day';
import { useWatchTime } from './use-watch-time';

/** The table twin of the chart, the newest first. */
export function WatchedTable({ items, grain }: { items: StreamingItem[]; grain: Grain }) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const watchTime = useWatchTime();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div tabIndex={0} className="max-h-[28rem] overflow-auto">
      <table className="w-full text-right whitespace-nowrap">
        <thead className="sticky top-0 bg-surface text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-4 text-left font-normal">
              {t(`grains.${grain}`)}
            </th>
            {(['views', 'adViews', 'watchTime'] as const).map((head) => (
              <th key={head} scope="col" className="py-1.5 pl-4 font-normal">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.toReversed().map(({ day, final, views, adViews, watchSeconds }) => (
            <tr key={day} className="border-t">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {format.day(day as Day, grain === 'month' ? 'month' : grain === 'day' ? 'weekday' : 'medium')}
                {!final && (
                  <span className="ml-2">
                    <Badge>{t('provisional')}</Badge>
                  </span>
                )}
              </th>
              <td className={cell(views)}>{format.number(views)}</td>
              <td className={cell(adViews)}>{format.number(adViews)}</td>
              <td className={cell(watchSeconds)}>{watchTime(watchSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cell = (value: number) => cx('py-1.5 pl-4', value === 0 && 'text-muted');
