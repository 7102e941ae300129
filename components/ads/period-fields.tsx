'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { useZoneName } from '@/components/operations/use-zone-name';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Day } from '@/lib/kernel/day';
import type { AdForm } from './ad-form';

/** When members may join: days, with a time for those who need one. An end day counts to its end. */
export function PeriodFields({ form, today }: { form: AdForm; today: Day }) {
  const t = useTranslations('ads');
  const { register, control, formState } = form;
  const [startTime, endTime] = useWatch({ control, name: ['startTime', 'endTime'] });
  const pair = 'grid grid-cols-[minmax(0,1fr)_7rem] items-start gap-2';
  return (
    <div className="flex flex-col gap-2">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <div className={pair}>
          <Field
            label={t('startDay')}
            hint={startTime === '' ? t('startHint') : t('clockHint', { time: startTime })}
            error={formState.errors.startDay?.message}
          >
            <Input type="date" {...register('startDay')} />
          </Field>
          <Field label={t('time')} optional={t('optional')}>
            <Input type="time" aria-label={`${t('startDay')}, ${t('time')}`} {...register('startTime')} />
          </Field>
        </div>
        <div className={pair}>
          <Field
            label={t('endDay')}
            hint={endTime === '' ? t('endHint') : t('clockHint', { time: endTime })}
            error={formState.errors.endDay?.message}
          >
            <Input type="date" min={today} {...register('endDay')} />
          </Field>
          <Field label={t('time')} optional={t('optional')}>
            <Input type="time" aria-label={`${t('endDay')}, ${t('time')}`} {...register('endTime')} />
          </Field>
        </div>
      </div>
      <p className="text-sm text-muted">{t('zone', { zone: useZoneName() })}</p>
    </div>
  );
}
