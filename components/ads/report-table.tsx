'use client';

import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { useFormat } from '@/components/use-format';
import type { Per, ReportPoint } from './report-points';
import { usePointName } from './use-point-name';

/** The table twin of the chart, the newest first. */
export function ReportTable({ points, per }: { points: ReportPoint[]; per: Per }) {
  const t = useTranslations('ads');
  const format = useFormat();
  const name = usePointName(per);
  const head = 'py-1.5 pl-4 font-normal';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div tabIndex={0} className="max-h-[28rem] overflow-auto">
      <table className="w-full text-right whitespace-nowrap">
        <thead className="sticky top-0 bg-surface text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-4 text-left font-normal">
              {t(per)}
            </th>
            <th scope="col" className={head}>
              {t('participations')}
            </th>
            {per === 'day' && (
              <th scope="col" className={head}>
                {t('pointsColumn')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ at, participations, points: earned }) => (
            <tr key={at} className="border-t">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {name.full(at)}
              </th>
              <td className={cx('py-1.5 pl-4', participations === 0 && 'text-muted')}>
                {format.number(participations)}
              </td>
              {earned !== null && (
                <td className={cx('py-1.5 pl-4', earned === 0 && 'text-muted')}>{format.number(earned)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
