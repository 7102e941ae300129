'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { parseDay } from '@/lib/kernel/day';
import type { SettlementDayDetail } from '@/lib/settlement/day-schema';
import { closeDay } from '@/lib/settlement/days-client';

type CloseDayDialogProps = { day: SettlementDayDetail; open: boolean; onOpenChange: (open: boolean) => void };

/** Closing is for good: it says what stands then, and wants the day typed. */
export function CloseDayDialog({ day, open, onOpenChange }: CloseDayDialogProps) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const client = useQueryClient();
  const parsed = parseDay(day.day);
  const name = parsed ? format.day(parsed) : day.day;
  const closing = useMutation({
    mutationFn: () => closeDay(day.day),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settlement-days'] });
      onOpenChange(false);
      toast(t('closedToast', { day: name }));
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        closing.reset();
        onOpenChange(next);
      }}
      title={t('closeTitle', { day: name })}
      confirm={t('close')}
      onConfirm={() => closing.mutate()}
      busy={closing.isPending}
      error={closing.error}
      typedName={day.day}
    >
      <p>
        {t('closeWhat', {
          lines: day.lines,
          video: format.won(day.videoAmount),
          ad: format.won(day.adAmount),
          total: format.won(day.total),
        })}
      </p>
      {day.adjustments > 0 && (
        <p>{t('closeAdjustments', { count: day.adjustments, amount: format.won(day.adjustedAmount) })}</p>
      )}
      <p>{t('closeThen')}</p>
    </ConfirmDialog>
  );
}
