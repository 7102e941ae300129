'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import { type Point, refusedOf } from './figures';
import { dayUrl } from './urls';
import type { Overview } from './use-overview';

type FiguresTableProps = { points: Point[]; overview: Overview; today: Day };

/** The table twin of the chart: the newest first, every value of each period, and a way into each day. */
export function FiguresTable({ points, overview }: FiguresTableProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const { group, content, compare } = overview.search;
  const heads = ['clicks', 'likes', 'unlikes', 'likesNet', 'views', 'adViews', 'refused'] as const;
  return (
    <div className="max-h-[32rem] overflow-auto">
      <table className="w-full text-right whitespace-nowrap">
        <thead className="sticky top-0 bg-surface text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-4 text-left font-normal">
              {t(`grains.${group}`)}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pl-4 font-normal">
                {t(`series.${head}`)}
              </th>
            ))}
            {compare && (
              <th scope="col" className="py-1.5 pl-4 font-normal">
                {t('clicksBefore')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ day, item, before }) => (
            <tr key={day} className="border-t">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {group === 'day' ? (
                  <Link
                    href={dayUrl(day, content)}
                    className="underline decoration-line underline-offset-4 hover:decoration-current"
                  >
                    {format.day(day, 'long')}
                  </Link>
                ) : (
                  format.day(day)
                )}
                {!item.final && (
                  <span className="ml-2">
                    <Badge>{t('provisional')}</Badge>
                  </span>
                )}
              </th>
              {[
                item.clicks,
                item.likes,
                item.unlikes,
                item.likes - item.unlikes,
                item.views,
                item.adViews,
                refusedOf(item),
              ].map((value, index) => (
                <td key={heads[index]} className={cx('py-1.5 pl-4', value === 0 && 'text-muted')}>
                  {format.number(value)}
                </td>
              ))}
              {compare && <td className="py-1.5 pl-4 text-muted">{before ? format.number(before.clicks) : '–'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
