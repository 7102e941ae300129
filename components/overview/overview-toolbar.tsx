'use client';

import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import type { Day } from '@/lib/kernel/day';
import { ContentPicker } from './content-picker';
import { RangePicker } from './range-picker';
import type { Overview } from './use-overview';

/** What is looked at: which days, how grouped, against what, of which content. */
export function OverviewToolbar({ overview, today }: { overview: Overview; today: Day }) {
  const t = useTranslations('overview');
  const { search, setSearch } = overview;
  const grains = (['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`grains.${value}`) }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <RangePicker overview={overview} today={today} />
      <Segmented
        label={t('group')}
        options={grains}
        value={search.group}
        onChange={(group) => void setSearch({ group })}
      />
      <ContentPicker value={search.content} onChange={(content) => void setSearch({ content })} />
      <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2 max-md:ml-0">
        <Switch label={t('compare')} checked={search.compare} onChange={(compare) => void setSearch({ compare })} />
        <Switch label={t('auto')} checked={search.auto} onChange={(auto) => void setSearch({ auto })} />
      </div>
    </div>
  );
}
