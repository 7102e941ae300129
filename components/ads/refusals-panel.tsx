'use client';

import { useMessages, useTranslations } from 'next-intl';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { AdReport } from '@/lib/ads/schema';

/** Who tried and was refused, by reason, the commonest first. */
export function RefusalsPanel({ query }: { query: PanelQuery<AdReport> }) {
  const t = useTranslations('ads');
  return (
    <Panel
      title={t('refusals')}
      note={t('refusalsNote')}
      query={query}
      isEmpty={(report) => report.refusals.length === 0}
      empty={<p className="py-4 text-sm text-muted">{t('nothingRefused')}</p>}
    >
      {(report) => <Reasons refusals={report.refusals} />}
    </Panel>
  );
}

function Reasons({ refusals }: Pick<AdReport, 'refusals'>) {
  const format = useFormat();
  const names: Record<string, string> = useMessages().ads.reasons;
  const most = Math.max(...refusals.map(({ n }) => n));
  return (
    <ul className="flex flex-col gap-3">
      {refusals.map(({ reason, n }) => (
        <li key={reason}>
          <span className="flex justify-between gap-4">
            <span>{names[reason] ?? reason}</span>
            <span className="font-medium tabular-nums">{format.number(n)}</span>
          </span>
          <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-sunken">
            <span
              className="block h-full min-w-0.5 rounded-full bg-refused"
              style={{ width: `${(n / most) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
