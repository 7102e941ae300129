'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { closeMonth } from '@/lib/settlement/payout-client';
import type { SettlementMonth } from '@/lib/settlement/statement-schema';
import { useMonthName } from './use-month-name';

/** Closing is for good: it says what statements will be of, and wants the month typed. */
export function CloseMonthDialog({ month, onClose }: { month: SettlementMonth | null; onClose: () => void }) {
  const t = useTranslations('payouts');
  const format = useFormat();
  const monthName = useMonthName();
  const client = useQueryClient();
  const name = month ? monthName(month.month) : '';
  const closing = useMutation({
    mutationFn: closeMonth,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settlement-months'] });
      void client.invalidateQueries({ queryKey: ['payouts'] });
      toast.success(t('monthClosed', { month: name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open={month !== null}
      onOpenChange={() => {
        closing.reset();
        onClose();
      }}
      title={t('closeTitle', { month: name })}
      confirm={t('closeMonth')}
      onConfirm={() => month && closing.mutate(month.month)}
      busy={closing.isPending}
      error={closing.error}
      typedName={month?.month ?? ''}
    >
      {month && (
        <p>
          {t('closeWhat', {
            creators: month.creators,
            total: format.won(month.totals.total),
            video: format.won(month.totals.video),
            ad: format.won(month.totals.ad),
          })}
        </p>
      )}
      <p>{t('closeThen')}</p>
    </ConfirmDialog>
  );
}
