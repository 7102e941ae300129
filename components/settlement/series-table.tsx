'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
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

const HEADS = ['views', 'adViews', 'video', 'ad', 'adjustments', 'total'] as const;

/** The table twin of the chart: the newest first, every value of each period. */
export function SeriesTable({ items, period, chosen, onChoose }: SeriesTableProps) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const nameOf = usePeriodName();
  const text = (item: SeriesItem, head: (typeof HEADS)[number]) =>
    head === 'views' || head === 'adViews' ? format.number(item[head]) : format.won(item[head]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div tabIndex={0} className="max-h-[32rem] overflow-auto">
      <table className="w-full text-right whitespace-nowrap">
        <thead className="sticky top-0 bg-surface text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-4 text-left font-normal">
              {t(`grains.${period}`)}
            </th>
            {HEADS.map((head) => (
              <th key={head} scope="col" className="py-1.5 pl-4 font-normal">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.toReversed().map((item) => (
            <tr key={item.from} className={cx('border-t', item.from === chosen && 'bg-sunken')}>
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                <button
                  type="button"
                  onClick={() => onChoose(item.from)}
                  aria-pressed={item.from === chosen}
                  className="underline decoration-line underline-offset-4 hover:decoration-current"
                >
                  {nameOf(period, item)}
                </button>
                {!item.final && (
                  <span className="ml-2">
                    <Badge>{t('provisional')}</Badge>
                  </span>
                )}
              </th>
              {HEADS.map((head) => (
                <td key={head} className={cx('py-1.5 pl-4', item[head] === 0 && 'text-muted')}>
                  {text(item, head)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
