'use client';

import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { useFormat } from '@/components/use-format';
import type { DayComparison } from '@/lib/settlement/comparison-schema';

const ROWS = [
  ['views', 'number'],
  ['adViews', 'number'],
  ['videoAmount', 'won'],
  ['adAmount', 'won'],
  ['total', 'won'],
] as const;

/** Each figure of the day as it stands and as a run would leave it. */
export function BeforeAfter({ result: { before, after } }: { result: DayComparison }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const head = 'py-1.5 pl-4 font-normal';
  return (
    <table className="w-full text-right tabular-nums">
      <thead className="text-sm text-muted">
        <tr>
          <th scope="col" className="py-1.5 text-left font-normal">
            {t('figure')}
          </th>
          <th scope="col" className={head}>
            {t('before')}
          </th>
          <th scope="col" className={head}>
            {t('after')}
          </th>
          <th scope="col" className={head}>
            {t('difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([name, as]) => {
          const difference = after[name] - before[name];
          return (
            <tr key={name} className="border-t">
              <th scope="row" className="py-1.5 text-left font-normal">
                {t(name)}
              </th>
              <td className="py-1.5 pl-4 text-muted">{format[as](before[name])}</td>
              <td className="py-1.5 pl-4">{format[as](after[name])}</td>
              <td className={cx('py-1.5 pl-4', difference === 0 ? 'text-muted' : 'font-medium')}>
                {difference > 0 && '+'}
                {format[as](difference)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
