'use client';

import { useTranslations } from 'next-intl';
import { GrainSwitch } from '@/components/range/grain-switch';
import { RangePicker } from '@/components/range/range-picker';
import { Switch } from '@/components/ui/switch';
import type { Day } from '@/lib/kernel/day';
import { ContentPicker } from './content-picker';
import type { Overview } from './use-overview';

/** What is looked at: which days, how grouped, against what, of which content. */
export function OverviewToolbar({ overview, today }: { overview: Overview; today: Day }) {
  const t = useTranslations('overview');
  const { search, setSearch } = overview;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <RangePicker of={overview} today={today} />
      <GrainSwitch label={t('group')} value={search.group} onChange={(group) => void setSearch({ group })} />
      <ContentPicker value={search.content} onChange={(content) => void setSearch({ content })} />
      <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2 max-md:ml-0">
        <Switch label={t('compare')} checked={search.compare} onChange={(compare) => void setSearch({ compare })} />
        <Switch label={t('auto')} checked={search.auto} onChange={(auto) => void setSearch({ auto })} />
      </div>
    </div>
  );
}
