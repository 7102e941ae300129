'use client';

import { useTranslations } from 'next-intl';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Hours } from '@/lib/dashboard/schema';
import type { Reason } from '@/lib/events/codes';

/** Of a day's events: how many counted, how many were refused, and by which rule (settlement rule 8). */
export function OutcomePanel({ query }: { query: PanelQuery<Hours> }) {
  const t = useTranslations('earnings');
  return (
    <Panel title={t('outcome')} note={t('outcomeNote')} query={query}>
      {({ items }) => (
        <>
          <p>{t('countedThen', { views: sum(items, 'views'), adViews: sum(items, 'adViews') })}</p>
          <RefusedReasons refused={refusedOf(items)} none={t('nothingRefused')} />
        </>
      )}
    </Panel>
  );
}

type Items = Hours['items'];
const sum = (items: Items, name: 'views' | 'adViews') => items.reduce((total, item) => total + item[name], 0);

function refusedOf(items: Items): [string, number][] {
  const counts = new Map<string, number>();
  for (const { refused } of items)
    for (const [reason, n] of Object.entries(refused)) counts.set(reason, (counts.get(reason) ?? 0) + n);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** What was refused, the commonest first, each with the rule that did it. */
export function RefusedReasons({ refused, none }: { refused: [string, number][]; none: string }) {
  const t = useTranslations('reasons');
  const format = useFormat();
  if (refused.length === 0) return <p className="text-sm text-muted">{none}</p>;
  return (
    <ul className="mt-2 flex flex-col">
      {refused.map(([reason, count]) => (
        <li key={reason} className="grid grid-cols-[1fr_auto] gap-x-4 border-t py-2">
          <span>
            <span className="font-medium">{t(`${reason as Reason}.name`)}</span>
            <span className="block text-sm text-muted">{t(`${reason as Reason}.rule`)}</span>
          </span>
          <span className="text-right">{format.number(count)}</span>
        </li>
      ))}
    </ul>
  );
}
