'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import { useFormat } from '@/components/use-format';
import { parseDay } from '@/lib/kernel/day';
import type { SettlementDay } from '@/lib/settlement/day-schema';
import { DayState } from './day-state';

const column = columnHelper<SettlementDay>();
const end = { align: 'end' as const };
/** A card on the phone says the total; its parts stand on the page of the day. */
const part = { ...end, card: 'hidden' as const };

/** Columns of the days of a month: where each stands, what counted, what it is worth. */
export function useDayColumns() {
  const t = useTranslations('settlementDays');
  return useMemo(
    () =>
      column.columns([
        column.accessor('day', {
          header: t('day'),
          cell: (cell) => <DayName day={cell.getValue()} />,
          meta: { card: 'title', width: '9rem' },
        }),
        column.accessor('state', {
          header: t('state'),
          cell: (cell) => <DayState day={cell.row.original} />,
        }),
        column.accessor('views', { header: t('views'), cell: (cell) => <Figure value={cell.getValue()} />, meta: end }),
        column.accessor('adViews', {
          header: t('adViews'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: end,
        }),
        column.accessor('videoAmount', {
          header: t('videoAmount'),
          cell: (cell) => <Amount day={cell.row.original} value={cell.getValue()} />,
          meta: part,
        }),
        column.accessor('adAmount', {
          header: t('adAmount'),
          cell: (cell) => <Amount day={cell.row.original} value={cell.getValue()} />,
          meta: part,
        }),
        column.accessor('total', {
          header: t('total'),
          cell: (cell) => (
            <span className="font-medium">
              <Amount day={cell.row.original} value={cell.getValue()} />
            </span>
          ),
          meta: end,
        }),
        column.accessor('adjustments', {
          header: t('adjustments'),
          cell: (cell) => <Adjustments day={cell.row.original} />,
          meta: part,
        }),
      ]),
    [t],
  );
}

/** A day that was never priced has no amount yet. */
function Amount({ day, value }: { day: SettlementDay; value: number }) {
  if (day.state === 'open') return <span className="font-normal text-muted">–</span>;
  return <Figure value={value} as="won" />;
}

function DayName({ day }: { day: string }) {
  const format = useFormat();
  const parsed = parseDay(day);
  return <span className="whitespace-nowrap">{parsed ? format.day(parsed, 'weekday') : day}</span>;
}

function Adjustments({ day }: { day: SettlementDay }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  if (day.adjustments === 0) return <span className="text-muted">–</span>;
  return (
    <span className="whitespace-nowrap" title={format.won(day.adjustedAmount)}>
      {t('adjustmentCount', { count: day.adjustments })}
    </span>
  );
}
