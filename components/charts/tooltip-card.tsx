'use client';

import { useTranslations } from 'next-intl';

export type TooltipRow = { name: string; value: string; before?: string | undefined };

type TooltipCardProps = {
  title: string;
  /** False when the values may still change, which is said. */
  final?: boolean;
  rows: readonly TooltipRow[];
  /** What a press does. */
  hint?: string | undefined;
};

/** All values of one day, hour or period, with those before it where they are known. */
export function TooltipCard({ title, final = true, rows, hint }: TooltipCardProps) {
  const t = useTranslations('charts');
  return (
    <div className="rounded border bg-floating px-3 py-2 text-sm shadow-float">
      <p className="font-medium">
        {title}
        {!final && <span className="ml-2 font-normal text-muted">{t('provisional')}</span>}
      </p>
      <table>
        <tbody>
          {rows.map(({ name, value, before }) => (
            <tr key={name}>
              <th scope="row" className="pr-4 text-left font-normal text-muted">
                {name}
              </th>
              <td className="text-right">{value}</td>
              {before !== undefined && <td className="pl-3 text-right text-muted">{before}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {hint && <p className="mt-1 text-xs text-muted">{hint}</p>}
    </div>
  );
}
