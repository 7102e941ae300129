'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { dayUrl } from '@/components/overview/urls';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import { REASONS_BY_COLUMN } from '@/lib/events/codes';
import { parseDay } from '@/lib/kernel/day';

type Row = Record<string, unknown>;

/** A value as people read it; a day opens, narrowed to the content of its row. */
export function ExampleCell({ row, column }: { row: Row; column: string }) {
  const format = useFormat();
  const value = row[column];
  const day = typeof value === 'string' ? parseDay(value) : null;
  if (column === 'day' && day) {
    const contentId = typeof row.contentId === 'number' ? row.contentId : null;
    return (
      <Link href={dayUrl(day, contentId)} className="underline hover:no-underline">
        {format.day(day, 'short')}
      </Link>
    );
  }
  if (day) return format.day(day, 'short');
  if (column === 'at' && typeof value === 'string') return <Time at={value} />;
  if (column === 'metric') return <MetricName column={String(value)} />;
  if (column === 'period') return <PeriodName period={String(value)} />;
  if (typeof value === 'number' && !/Id$/.test(column)) return format.number(value);
  return String(value ?? '–');
}

const SERIES = { clicks: 'clicks', likes: 'likes', unlikes: 'unlikes', views: 'views', ad_views: 'adViews' } as const;

function MetricName({ column }: { column: string }) {
  const series = useTranslations('overview.series');
  const reasons = useTranslations('reasons');
  const reason = REASONS_BY_COLUMN.find(([known]) => known === column)?.[1];
  if (reason) return reasons(`${reason}.name`);
  const known = Object.entries(SERIES).find(([name]) => name === column)?.[1];
  return known ? series(known) : column;
}

function PeriodName({ period }: { period: string }) {
  const t = useTranslations('integrity.periods');
  return period === 'week' || period === 'month' ? t(period) : period;
}
