'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { useFormat } from '@/components/use-format';
import { addDays, type Day, parseDay, periodOf } from '@/lib/kernel/day';

type MonthPickerProps = { month: string; today: Day; onChange: (month: string | null) => void };

/** One month back and forth, not past this one. */
export function MonthPicker({ month, today, onChange }: MonthPickerProps) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const first = parseDay(`${month}-01`);
  if (!first) return null;
  const before = addDays(first, -1).slice(0, 7);
  const after = addDays(periodOf('month', first).to, 1).slice(0, 7);
  const current = today.slice(0, 7);
  return (
    <div className="flex items-center gap-1">
      <IconButton icon={ChevronLeft} label={t('monthBefore')} onClick={() => onChange(before)} />
      <span role="status" className="min-w-24 text-center font-medium whitespace-nowrap">
        {format.day(first, 'month')}
      </span>
      <IconButton
        icon={ChevronRight}
        label={t('monthAfter')}
        disabled={after > current}
        onClick={() => onChange(after === current ? null : after)}
      />
    </div>
  );
}
