'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import type { PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
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
    <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface md:grid-cols-4">
      <Figure name={t('participations')} value={format.number(used)} note={t('ofPlaces', { places: ad.places })}>
        <PlacesBar used={used} places={ad.places} className="mt-2" />
      </Figure>
      <Figure
        name={t('left')}
        value={format.number(left)}
        note={left === 0 ? t('soldOut') : t('usedShare', { percent: format.percent(used / ad.places) })}
      />
      <Figure
        name={t('pointsPaid')}
        value={report ? format.number(report.pointsPaid) : unknown}
        note={report && t('ofPromised', { points: report.pointsPromised })}
      />
      <Figure name={t('expectedEnd')} value={end?.value ?? unknown} note={end?.note} />
    </dl>
  );
}

type FigureProps = { name: string; value: string | undefined; note: string | undefined; children?: ReactNode };

function Figure({ name, value, note, children }: FigureProps) {
  return (
    <div className="-mt-px -ml-px min-w-0 border-t border-l px-4 py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        {value === undefined ? (
          <Skeleton className="my-1.5 h-6 w-24" />
        ) : (
          // A billion still fits into half a phone.
          <span className={cx('font-semibold tracking-tight', value.length > 9 ? 'text-xl leading-9' : 'text-2xl')}>
            {value}
          </span>
        )}
        <p className="min-h-4 text-xs text-muted">{note}</p>
        {children}
      </dd>
    </div>
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
