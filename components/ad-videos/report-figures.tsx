'use client';

import { useTranslations } from 'next-intl';
import type { PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { AdVideoReport } from '@/lib/streaming/ad-video-schema';

/** How often the ad video was seen, in how many videos, and when most. */
export function ReportFigures({ query }: { query: PanelQuery<AdVideoReport> }) {
  const t = useTranslations('streaming.ads');
  const format = useFormat();
  const report = query.data;
  const best = report?.days.reduce((most, day) => (day.views > most.views ? day : most), report.days[0] ?? NONE);
  const figures = [
    { name: t('total'), value: report && format.number(report.views) },
    { name: t('perDay'), value: report && format.number(Math.round(report.views / Math.max(1, report.days.length))) },
    {
      name: t('best'),
      value: best && (best.views === 0 ? '–' : format.number(best.views)),
      note: best && best.views > 0 ? format.day(best.day as Day, 'weekday') : '',
    },
    { name: t('inVideos'), value: report && format.number(report.videoCount) },
  ];
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface md:grid-cols-4">
      {figures.map(({ name, value, note }) => (
        <div key={name} className="-mt-px -ml-px min-w-0 border-t border-l px-4 py-3">
          <dt className="text-sm text-muted">{name}</dt>
          <dd>
            {value === undefined && !query.error ? (
              <Skeleton className="my-1.5 h-6 w-24" />
            ) : (
              <span className="text-2xl font-semibold tracking-tight">{value ?? '–'}</span>
            )}
            <p className="min-h-4 text-xs text-muted">{note}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const NONE = { day: '', views: 0, final: false };
