'use client';

import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PopoverPanel } from '@/components/ui/popover-panel';
import { Select } from '@/components/ui/select';
import { useFormat } from '@/components/use-format';
import { type Day, type DayRange, parseDay } from '@/lib/kernel/day';
import { customRange, PRESETS, type Preset } from './search';

type Chosen = { range: Preset; from: string | null; to: string | null };
/** A page that looks at some days, kept in its URL. */
type Ranged = { search: Chosen; setSearch: (next: Chosen) => unknown; range: DayRange };

/** A preset, or any days of the last five years. */
export function RangePicker({ of, today }: { of: Ranged; today: Day }) {
  const t = useTranslations('range');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { search, setSearch, range } = of;
  const options = PRESETS.map((value) => ({ value, label: t(`presets.${value}`) }));
  const choose = (preset: Preset) => {
    if (preset === 'custom') void setSearch({ range: preset, ...range });
    else void setSearch({ range: preset, from: null, to: null });
  };
  const apply = ({ from, to }: DayRange) => {
    void setSearch({ range: 'custom', from, to });
    setOpen(false);
  };
  return (
    <div className="flex min-w-0 items-center gap-2">
      <Select aria-label={t('range')} options={options} value={search.range} onChange={choose} />
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <Button variant="quiet">{format.dayRange(range)}</Button>
        </Popover.Trigger>
        <PopoverPanel className="p-4">
          <RangeForm range={range} today={today} onApply={apply} />
        </PopoverPanel>
      </Popover.Root>
    </div>
  );
}

type RangeFormProps = { range: DayRange; today: Day; onApply: (range: DayRange) => void };

function RangeForm({ range, today, onApply }: RangeFormProps) {
  const t = useTranslations('range');
  const [from, setFrom] = useState<string>(range.from);
  const [to, setTo] = useState<string>(range.to);
  const [tried, setTried] = useState(false);
  const chosen = customRange(parseDay(from), parseDay(to));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen) onApply(chosen);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
      <div className="flex gap-3 max-md:flex-col">
        <Field label={t('from')}>
          <Input type="date" value={from} max={today} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label={t('to')} error={tried && !chosen ? t('wrongRange') : undefined}>
          <Input type="date" value={to} max={today} onChange={(event) => setTo(event.target.value)} />
        </Field>
      </div>
      <Button type="submit" variant="primary" className="self-end">
        {t('apply')}
      </Button>
    </form>
  );
}
