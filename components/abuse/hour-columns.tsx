'use client';

import { useTranslations } from 'next-intl';
import type { ViewerActivity } from '@/lib/abuse/schema';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** At which hours of the day a viewer comes: counted below, refused on top; the same as a table for readers of screens. */
export function HourColumns({ hours }: { hours: ViewerActivity['hours'] }) {
  const t = useTranslations('abuse');
  const byHour = new Map(hours.map((one) => [one.hour, one]));
  const most = Math.max(1, ...hours.map(({ counted, refused }) => counted + refused));
  const height = (n: number) => ({ height: `${(n / most) * 100}%` });
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{t('hours')}</h3>
      <div aria-hidden className="flex h-20 items-stretch gap-px border-b">
        {HOURS.map((hour) => (
          <div key={hour} className="flex grow basis-0 flex-col justify-end">
            <div className="bg-warn" style={height(byHour.get(hour)?.refused ?? 0)} />
            <div className="bg-accent" style={height(byHour.get(hour)?.counted ?? 0)} />
          </div>
        ))}
      </div>
      <div aria-hidden className="flex justify-between pt-1 text-xs text-muted tabular-nums">
        {['00', '06', '12', '18', '24'].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      <p aria-hidden className="mt-1 flex gap-4 text-xs text-muted">
        <Legend color="bg-accent" name={t('counted')} />
        <Legend color="bg-warn" name={t('refused')} />
      </p>
      <HourTable hours={hours} />
    </section>
  );
}

function Legend({ color, name }: { color: string; name: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={`size-2 rounded-[2px] ${color}`} />
      {name}
    </span>
  );
}

function HourTable({ hours }: { hours: ViewerActivity['hours'] }) {
  const t = useTranslations('abuse');
  return (
    <table className="sr-only">
      <caption>{t('hours')}</caption>
      <thead>
        <tr>
          <th>{t('hour')}</th>
          <th>{t('counted')}</th>
          <th>{t('refused')}</th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, counted, refused }) => (
          <tr key={hour}>
            <th>{hour}</th>
            <td>{counted}</td>
            <td>{refused}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
