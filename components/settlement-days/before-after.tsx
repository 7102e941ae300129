'use client';

import { useTranslations } from 'next-intl';
import { FigureTable } from '@/components/ui/figure-table';
import { useFormat } from '@/components/use-format';
import type { DayComparison } from '@/lib/settlement/comparison-schema';

const ROWS = [
  { name: 'views', as: 'number' },
  { name: 'adViews', as: 'number' },
  { name: 'videoAmount', as: 'won' },
  { name: 'adAmount', as: 'won' },
  { name: 'total', as: 'won' },
] as const;

type Row = (typeof ROWS)[number];

/** Each figure of the day as it stands and as a run would leave it. */
export function BeforeAfter({ result: { before, after } }: { result: DayComparison }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const text = (value: number, { as }: Row) => format[as](value);
  const signed = (value: number, row: Row) => `${value > 0 ? '+' : ''}${text(value, row)}`;
  return (
    <FigureTable
      head={t('figure')}
      columns={[
        { head: t('before'), of: ({ name }) => before[name], text, tone: 'muted' },
        { head: t('after'), of: ({ name }) => after[name], text },
        { head: t('difference'), of: ({ name }) => after[name] - before[name], text: signed, tone: 'bold' },
      ]}
      rows={ROWS}
      keyOf={({ name }) => name}
      nameOf={({ name }) => t(name)}
    />
  );
}
