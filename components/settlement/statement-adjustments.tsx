'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { PagedQuery } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { StatementLine } from '@/lib/settlement/statement-schema';
import { videoDayUrl } from './earnings-urls';

/** What of the videos listed above corrects closed days: which day, why, by how much. */
export function StatementAdjustments({ query }: { query: PagedQuery<StatementLine> }) {
  const t = useTranslations('statements');
  const format = useFormat();
  const rows = (query.data?.pages ?? []).flatMap((page) =>
    page.items.flatMap(({ contentId, title, adjustments }) =>
      adjustments.map((adjustment) => ({ contentId, title, ...adjustment })),
    ),
  );
  if (rows.length === 0) return null;
  return (
    <Panel title={t('adjustments')} note={t('adjustmentsNote')}>
      <ul>
        {rows.map((row) => (
          <li
            key={`${row.contentId} ${row.day} ${row.forDay}`}
            className="grid grid-cols-[1fr_auto] gap-x-4 border-t py-2 first:border-t-0"
          >
            <span className="min-w-0">
              <Link href={videoDayUrl(row.contentId, row.forDay as Day)} className="font-medium hover:underline">
                {row.title}
              </Link>
              <span className="block text-sm text-muted">
                {t(`why.${row.reason}`, { forDay: format.day(row.forDay as Day), day: format.day(row.day as Day) })}
              </span>
            </span>
            <span className="text-right">
              {format.won(row.total)}
              <span className="block text-xs text-muted">
                {t('changedBy', { views: format.signed(row.views), adViews: format.signed(row.adViews) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
