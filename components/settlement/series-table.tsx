'use client';

import { useTranslations } from 'next-intl';
import { TwinTable } from '@/components/charts/twin-table';
import { useFormat } from '@/components/use-format';
import type { Grain } from '@/lib/kernel/day';
import type { SeriesItem } from '@/lib/settlement/line-schema';
import { usePeriodName } from './use-period-name';

type SeriesTableProps = {
  items: SeriesItem[];
  period: Grain;
  chosen: string | null;
  onChoose: (date: string) => void;
};

const COUNTS = ['views', 'adViews'] as const;
const AMOUNTS = ['video', 'ad', 'adjustments', 'total'] as const;

/** The table twin of the chart: every value of each period. */
export function SeriesTable({ items, period, chosen, onChoose }: SeriesTableProps) {
  const t = useTranslations('earnings');
  const tRange = useTranslations('range');
  const format = useFormat();
  const nameOf = usePeriodName();
  const column = (id: (typeof COUNTS | typeof AMOUNTS)[number], text: (value: number) => string) => ({
    head: t(id),
    of: (item: SeriesItem) => item[id],
    text,
  });
  return (
    <TwinTable
      label={t(`perPeriod.${period}`)}
      head={tRange(`grains.${period}`)}
      columns={[...COUNTS.map((id) => column(id, format.number)), ...AMOUNTS.map((id) => column(id, format.won))]}
      rows={items}
      keyOf={({ from }) => from}
      nameOf={(item) => (
        <button
          type="button"
          onClick={() => onChoose(item.from)}
          aria-pressed={item.from === chosen}
          className="underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {nameOf(period, item)}
        </button>
      )}
      isFinal={({ final }) => final}
      isChosen={({ from }) => from === chosen}
    />
  );
}
