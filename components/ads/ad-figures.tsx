'use client';

import { useTranslations } from 'next-intl';
import { FigureCell, FigureRow } from '@/components/ui/figure-row';
import type { PanelQuery } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Ad, AdReport } from '@/lib/ads/schema';
import { calendarOf } from '@/lib/kernel/day';
import { PlacesBar } from './places-bar';

/** Where the ad stands: taken and free places, points, and when it will be over. */
export function AdFigures({ ad, query }: { ad: Ad; query: PanelQuery<AdReport> }) {
  const t = useTranslations('ads');
  const format = useFormat();
  const report = query.data;
  // Both are counted at their own moment; the report, when it is there, is what the rest of the page says.
  const used = report?.participations ?? ad.used;
  const left = Math.max(0, ad.places - used);
  const end = useExpectedEnd(ad, report);
  // Why it is not known stands in the panel below, with the way to ask again.
  const unknown = query.error ? '–' : undefined;
  return (
    <FigureRow>
      <FigureCell name={t('participations')} value={format.number(used)} note={t('ofPlaces', { places: ad.places })}>
        <PlacesBar used={used} places={ad.places} className="mt-2" />
      </FigureCell>
      <FigureCell
        name={t('left')}
        value={format.number(left)}
        note={left === 0 ? t('soldOut') : t('usedShare', { percent: format.percent(used / ad.places) })}
      />
      <FigureCell
        name={t('pointsPaid')}
        value={report ? format.number(report.pointsPaid) : unknown}
        note={report && t('ofPromised', { points: report.pointsPromised })}
      />
      <FigureCell name={t('expectedEnd')} value={end?.value ?? unknown} note={end?.note} />
    </FigureRow>
  );
}

/** A day, and why that one; without a report only what needs none. */
function useExpectedEnd(ad: Ad, report: AdReport | undefined): { value: string; note: string } | undefined {
  const t = useTranslations('ads');
  const format = useFormat();
  const { dayOf } = calendarOf(format.zone);
  const clock = (at: string) => format.time(at).slice(0, 5);
  switch (ad.state) {
    case 'ended':
      return { value: '–', note: t('hasEnded') };
    case 'paused':
      return { value: '–', note: t('states.paused') };
    case 'scheduled': {
      const starts = `${format.day(dayOf(new Date(ad.startsAt)), 'short')} ${clock(ad.startsAt)}`;
      return { value: '–', note: t('startsThen', { at: starts }) };
    }
    case 'sold-out':
      return { value: '–', note: t('soldOut') };
  }
  if (!report) return undefined;
  if (report.expectedEndAt === null) return { value: '–', note: t('noPace') };
  if (report.expectedEndAt === ad.endsAt) {
    const last = dayOf(new Date(Date.parse(ad.endsAt) - 1));
    return { value: format.day(last, 'short'), note: t('endOfPeriod') };
  }
  const day = dayOf(new Date(report.expectedEndAt));
  return { value: format.day(day, 'short'), note: `${clock(report.expectedEndAt)} · ${t('atThisPace')}` };
}
