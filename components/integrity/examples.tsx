'use client';

import { useTranslations } from 'next-intl';
import type { IntegrityResult } from '@/lib/integrity/schema';
import { ExampleCell } from './example-cell';
import { useFieldName } from './use-field-name';

/** Up to five of the places where a promise is broken, in whatever columns the check has. */
export function Examples({ check }: { check: IntegrityResult }) {
  const t = useTranslations('integrity');
  const nameOf = useFieldName();
  const columns = Object.keys(check.rows[0] ?? {});
  const isNumber = (column: string) => typeof check.rows[0]?.[column] === 'number' && !/Id$/.test(column);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label={t('examples')} className="overflow-x-auto rounded border">
      <table className="w-full text-sm">
        <caption className="border-b bg-bad-soft px-2 py-1.5 text-left text-bad md:px-3">
          {t('breaches', { count: check.breaches })}
          {check.breaches > check.rows.length && ` · ${t('firstOf', { shown: check.rows.length })}`}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={`px-2 py-1.5 font-medium md:px-3 whitespace-nowrap text-muted ${isNumber(column) ? 'text-right' : 'text-left'}`}
              >
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {check.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
            <tr key={index} className="border-t">
              {columns.map((column) => (
                <td
                  key={column}
                  className={`px-2 py-1.5 whitespace-nowrap md:px-3 ${isNumber(column) ? 'text-right' : 'text-left'}`}
                >
                  <ExampleCell row={row} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
