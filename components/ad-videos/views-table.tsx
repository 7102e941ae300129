'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { AdVideoReport } from '@/lib/streaming/ad-video-schema';

/** The table twin of the chart, the newest first. */
export function ViewsTable({ days }: { days: AdVideoReport['days'] }) {
  const t = useTranslations('streaming');
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div tabIndex={0} className="max-h-[28rem] overflow-auto">
      <table className="w-full text-right whitespace-nowrap">
        <thead className="sticky top-0 bg-surface text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-4 text-left font-normal">
              {t('ads.day')}
            </th>
            <th scope="col" className="py-1.5 pl-4 font-normal">
              {t('adViews')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, views, final }) => (
            <tr key={day} className="border-t">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {format.day(day as Day, 'weekday')}
                {!final && (
                  <span className="ml-2">
                    <Badge>{t('provisional')}</Badge>
                  </span>
                )}
              </th>
              <td className={cx('py-1.5 pl-4', views === 0 && 'text-muted')}>{format.number(views)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
