'use client';

import { useTranslations } from 'next-intl';
import { Tooltip } from '@/components/ui/tooltip';
import { useFormat } from '@/components/use-format';
import type { Figures } from '@/lib/dashboard/schema';
import { REASON_COLORS, rankedReasons, reasonsOf } from './reasons';

/** Each reason with its count; the rule behind it is a hover away. */
export function ReasonLegend({ totals }: { totals: Figures }) {
  const t = useTranslations('reasons');
  const format = useFormat();
  const shown = reasonsOf(totals);
  return (
    <ul className="mt-2 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
      {rankedReasons(totals).map((reason, index) => (
        <li key={reason} className="flex items-center gap-2">
          <span
            aria-hidden
            className="size-2.5 shrink-0 rounded-[2px]"
            style={{ background: (shown.includes(reason) && REASON_COLORS[index]) || 'var(--color-reason-5)' }}
          />
          <Tooltip text={t(`${reason}.rule`)}>
            <button type="button" className="truncate text-left text-muted">
              {t(`${reason}.name`)}
            </button>
          </Tooltip>
          <span className="ml-auto font-medium">{format.number(totals.refused[reason] ?? 0)}</span>
        </li>
      ))}
    </ul>
  );
}
