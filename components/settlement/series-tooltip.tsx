'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import type { Grain } from '@/lib/kernel/day';
import type { SeriesItem } from '@/lib/settlement/line-schema';
import { usePeriodName } from './use-period-name';

type SeriesTooltipProps = { items: SeriesItem[]; period: Grain; active?: boolean; label?: unknown };

/** All values of the period under the pointer. */
export function SeriesTooltip({ items, period, active, label }: SeriesTooltipProps) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const nameOf = usePeriodName();
  const item = items.find((candidate) => candidate.from === label);
  if (!active || !item) return null;
  const rows = (['video', 'ad', 'total'] as const).map((id) => [t(id), format.won(item[id])] as const);
  if (item.adjustments !== 0) rows.push([t('ofItAdjustments'), format.won(item.adjustments)]);
  return (
    <div className="rounded border bg-floating px-3 py-2 text-sm shadow-float">
      <p className="font-medium">
        {nameOf(period, item)}
        {!item.final && <span className="ml-2 font-normal text-muted">{t('provisional')}</span>}
      </p>
      <table>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row" className="pr-4 text-left font-normal text-muted">
                {name}
              </th>
              <td className="text-right">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-xs text-muted">{t('pressToOpen')}</p>
    </div>
  );
}
