'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { WhenSeen } from '@/components/charts/when-seen';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import { intakeQuery } from '@/lib/dashboard/client';
import type { Intake, Stats } from '@/lib/dashboard/schema';
import { refusedOf } from './figures';
import { ReasonLegend } from './reason-legend';
import { reasonsOf } from './reasons';
import type { Overview } from './use-overview';

const ReasonBars = dynamic(() => import('./reason-bars').then((file) => file.ReasonBars), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
});

/** What was received: counted, refused by reason, and what was answered without being stored. */
export function RefusedPanel({ query, overview }: { query: PanelQuery<Stats>; overview: Overview }) {
  const t = useTranslations('overview');
  const intake = useQuery({ ...intakeQuery(overview.range), enabled: overview.search.content === null });
  return (
    <Panel title={t('received')} note={t('receivedNote')} query={query} skeleton={<Skeleton className="h-48 w-full" />}>
      {(stats) => (
        <>
          {reasonsOf(stats.totals).length === 0 ? (
            <p className="py-6 text-center text-sm text-muted">{t('nothingRefused')}</p>
          ) : (
            <WhenSeen height={160}>
              <ReasonBars stats={stats} grain={overview.search.group} />
            </WhenSeen>
          )}
          <ReasonLegend totals={stats.totals} />
          {overview.search.content === null && intake.data && <IntakeLine intake={intake.data} stats={stats} />}
        </>
      )}
    </Panel>
  );
}

/** received = counted + refused + duplicate + rejected: the last two were answered, and are tallied by their day of arrival. */
function IntakeLine({ intake, stats }: { intake: Intake; stats: Stats }) {
  const t = useTranslations('overview');
  const tReason = useTranslations('reasons');
  const format = useFormat();
  const duplicate = intake.items.reduce((sum, item) => sum + item.duplicate, 0);
  const rejected = new Map<string, number>();
  for (const item of intake.items)
    for (const [reason, n] of Object.entries(item.rejected)) rejected.set(reason, (rejected.get(reason) ?? 0) + n);
  const all = [...rejected.values()].reduce((sum, n) => sum + n, 0);
  const { clicks, likes, unlikes, views, adViews } = stats.totals;
  const counted = clicks + likes + unlikes + views + adViews;
  return (
    <dl className="mt-3 grid grid-cols-2 gap-x-4 border-t pt-3 text-sm sm:grid-cols-4">
      {[
        [t('counted'), counted],
        [t('series.refused'), refusedOf(stats.totals)],
        [t('duplicate'), duplicate],
        [t('rejected'), all],
      ].map(([name, value]) => (
        <div key={name}>
          <dt className="text-muted">{name}</dt>
          <dd className="font-medium">{format.number(Number(value))}</dd>
        </div>
      ))}
      {all > 0 && (
        <p className="col-span-full mt-1 text-xs text-muted">
          {[...rejected]
            .map(([reason, n]) => `${tReason(`${reason as 'invalid'}.name`)} ${format.number(n)}`)
            .join(' · ')}
        </p>
      )}
    </dl>
  );
}
