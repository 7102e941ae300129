'use client';

import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import type { Grain } from '@/lib/kernel/day';
import { GRAINS } from './search';

type GrainSwitchProps = { label: string; value: Grain; onChange: (grain: Grain) => void };

/** Day, week or month. */
export function GrainSwitch({ label, value, onChange }: GrainSwitchProps) {
  const t = useTranslations('range');
  const options = GRAINS.map((grain) => ({ value: grain, label: t(`grains.${grain}`) }));
  return <Segmented<Grain> label={label} options={options} value={value} onChange={onChange} />;
}
