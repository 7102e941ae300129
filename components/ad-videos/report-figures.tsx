'use client';

import { useTranslations } from 'next-intl';
import { FigureCell, FigureRow } from '@/components/ui/figure-row';
import type { PanelQuery } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { AdVideoReport } from '@/lib/streaming/ad-video-schema';

/** How often the ad video was seen, in how many videos, and when most. */
export function ReportFigures({ query }: { query: PanelQuery<AdVideoReport> }) {
  const t = useTranslations('streaming.ads');
  const format = useFormat();
  const report = query.data;
  const best = report?.days.reduce((most, day) => (day.views > most.views ? day : most), report.days[0] ?? NONE);
  // Why it is not known stands in the panel below, with the way to ask again.
  const unknown = query.error ? '–' : undefined;
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
    <FigureRow>
      {figures.map(({ name, value, note }) => (
        <FigureCell key={name} name={name} value={value ?? unknown} note={note} />
      ))}
    </FigureRow>
  );
}

const NONE = { day: '', views: 0, final: false };
