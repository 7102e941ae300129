'use client';

import { useTranslations } from 'next-intl';
import { RangePicker } from '@/components/overview/range-picker';
import { Segmented } from '@/components/ui/segmented';
import type { Day } from '@/lib/kernel/day';
import type { Streaming } from './use-streaming';

/** Which days are looked at, and how they are grouped. */
export function StreamingToolbar({ streaming, today }: { streaming: Streaming; today: Day }) {
  const t = useTranslations('streaming');
  const { search, setSearch } = streaming;
  const grains = (['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`grains.${value}`) }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <RangePicker overview={streaming} today={today} />
      <Segmented
        label={t('group')}
        options={grains}
        value={search.group}
        onChange={(group) => void setSearch({ group })}
      />
    </div>
  );
}
