'use client';

import { useTranslations } from 'next-intl';
import { GrainSwitch } from '@/components/range/grain-switch';
import { RangePicker } from '@/components/range/range-picker';
import type { Day } from '@/lib/kernel/day';
import type { Streaming } from './use-streaming';

/** Which days are looked at, and how they are grouped. */
export function StreamingToolbar({ streaming, today }: { streaming: Streaming; today: Day }) {
  const t = useTranslations('streaming');
  const { search, setSearch } = streaming;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <RangePicker of={streaming} today={today} />
      <GrainSwitch label={t('group')} value={search.group} onChange={(group) => void setSearch({ group })} />
    </div>
  );
}
