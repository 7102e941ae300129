'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import { parseDay } from '@/lib/kernel/day';
import type { SettlementMonth } from '@/lib/settlement/statement-schema';
import { useMonthName } from './use-month-name';

const column = columnHelper<SettlementMonth>();
const end = { align: 'end' as const };
const TONES: Record<SettlementMonth['state'], Tone> = { open: 'neutral', closable: 'warn', closed: 'good' };

/** Columns of the months: where each stands, what it is worth, who is paid. */
export function useMonthColumns() {
  const t = useTranslations('payouts');
  return useMemo(
    () =>
      column.columns([
        column.accessor('month', {
          header: t('month'),
          cell: (cell) => <MonthName month={cell.getValue()} />,
          meta: { card: 'title', width: '9rem' },
        }),
        column.accessor('state', {
          header: t('state'),
          cell: (cell) => <Badge tone={TONES[cell.getValue()]}>{t(`monthStates.${cell.getValue()}`)}</Badge>,
        }),
        column.accessor('daysNotClosed', { header: t('daysLeft'), cell: (cell) => <Left month={cell.row.original} /> }),
        column.accessor('creators', {
          header: t('creators'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: end,
        }),
        column.accessor('totals.video', {
          header: t('videoAmount'),
          cell: (cell) => <Figure value={cell.getValue()} as="won" />,
          meta: { ...end, card: 'hidden' },
        }),
        column.accessor('totals.ad', {
          header: t('adAmount'),
          cell: (cell) => <Figure value={cell.getValue()} as="won" />,
          meta: { ...end, card: 'hidden' },
        }),
        column.accessor('totals.total', {
          header: t('total'),
          cell: (cell) => <Figure value={cell.getValue()} as="won" />,
          meta: end,
        }),
        column.accessor('net', { header: t('net'), cell: (cell) => <Net month={cell.row.original} />, meta: end }),
      ]),
    [t],
  );
}

function MonthName({ month }: { month: string }) {
  return <span className="whitespace-nowrap">{useMonthName()(month)}</span>;
}

/** What is left before it can be closed, or when it was. */
function Left({ month }: { month: SettlementMonth }) {
  const t = useTranslations('payouts');
  const format = useFormat();
  const first = month.firstDayNotClosed ? parseDay(month.firstDayNotClosed) : null;
  if (month.closedAt) return <Time at={month.closedAt} />;
  if (!first) return <span className="text-muted">{t('noneLeft')}</span>;
  return <span>{t('leftFrom', { count: month.daysNotClosed, day: format.day(first, 'short') })}</span>;
}

function Net({ month }: { month: SettlementMonth }) {
  if (month.net === null) return <span className="text-muted">–</span>;
  return (
    <span className="font-medium">
      <Figure value={month.net} as="won" />
    </span>
  );
}
