'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import type { StatsItem } from '@/lib/dashboard/schema';
import type { Grain } from '@/lib/kernel/day';
import { type Point, refusedOf } from './figures';

type ChartTooltipProps = { points: Point[]; grain: Grain; openable: boolean; active?: boolean; label?: unknown };

const ROWS: readonly {
  id: 'clicks' | 'likes' | 'unlikes' | 'views' | 'adViews' | 'refused';
  of: (item: StatsItem) => number;
}[] = [
  { id: 'clicks', of: (item) => item.clicks },
  { id: 'likes', of: (item) => item.likes },
  { id: 'unlikes', of: (item) => item.unlikes },
  { id: 'views', of: (item) => item.views },
  { id: 'adViews', of: (item) => item.adViews },
  { id: 'refused', of: refusedOf },
];

/** All values of the period under the pointer, beside those of the period before. */
export function ChartTooltip({ points, grain, openable, active, label }: ChartTooltipProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const point = points.find((candidate) => candidate.day === label);
  if (!active || !point) return null;
  return (
    <div className="rounded border bg-floating px-3 py-2 text-sm shadow-float">
      <p className="font-medium">
        {format.day(point.day, grain === 'day' ? 'long' : 'medium')}
        {!point.item.final && <span className="ml-2 font-normal text-muted">{t('provisional')}</span>}
      </p>
      <table>
        <tbody>
          {ROWS.map(({ id, of }) => (
            <tr key={id}>
              <th scope="row" className="pr-4 text-left font-normal text-muted">
                {t(`series.${id}`)}
              </th>
              <td className="text-right">{format.number(of(point.item))}</td>
              {point.before && <td className="pl-3 text-right text-muted">{format.number(of(point.before))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {openable && <p className="mt-1 text-xs text-muted">{t('clickToOpen')}</p>}
    </div>
  );
}
