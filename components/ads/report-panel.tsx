'use client';

import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { FormSwitch } from '@/components/charts/form-switch';
import { formSearch } from '@/components/charts/search';
import { useZoneName } from '@/components/operations/use-zone-name';
import { DownloadLink } from '@/components/ui/download-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel, type PanelQuery } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import type { AdReport } from '@/lib/ads/schema';
import { ReportChart } from './report-chart';
import { MOST, type Per, pointsOf } from './report-points';
import { ReportTable } from './report-table';

const reportSearch = {
  per: parseAsStringLiteral(['day', 'hour'] as const).withDefault('day'),
  ...formSearch,
};

/** Participations per day or hour: the chart, its table twin, and the whole report as CSV. */
export function ReportPanel({ id, query }: { id: number; query: PanelQuery<AdReport> }) {
  const t = useTranslations('ads');
  const [{ per, as }, setSearch] = useQueryStates(reportSearch, { history: 'replace' });
  const zone = t('zone', { zone: useZoneName() });
  const known = per === 'day' ? query.data?.days : query.data?.hours;
  const cut = (known?.length ?? 0) > MOST[per];
  const grains = (['day', 'hour'] as const).map((value) => ({ value, label: t(`grains.${value}`) }));
  return (
    <Panel
      title={t(per === 'day' ? 'perDay' : 'perHour')}
      note={cut ? `${zone} · ${t(`cut.${per}`, { count: MOST[per] })}` : zone}
      query={query}
      skeleton={<Skeleton className="h-56 w-full" />}
      isEmpty={(report) => report.participations === 0}
      empty={
        <EmptyState title={t('noneJoined')}>
          <p>{t('noneJoinedHow')}</p>
        </EmptyState>
      }
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <Segmented<Per>
            label={t('grain')}
            options={grains}
            value={per}
            onChange={(next) => void setSearch({ per: next })}
          />
          <div className="flex items-center gap-2">
            <FormSwitch value={as} onChange={(next) => void setSearch({ as: next })} />
            <DownloadLink label={t('csv')} href={`/api/v1/ads/${id}/report?format=csv`} />
          </div>
        </div>
      }
    >
      {(report) =>
        as === 'chart' ? (
          <ReportChart points={pointsOf(report, per)} per={per} />
        ) : (
          <ReportTable points={pointsOf(report, per)} per={per} />
        )
      }
    </Panel>
  );
}
