'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { saveFile } from '@/components/save-file';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { useProblemText } from '@/components/use-problem-text';
import { approveMonth, fetchBankFile } from '@/lib/settlement/payout-client';
import type { PayoutSummary } from '@/lib/settlement/payout-schema';
import { useMonthName } from './use-month-name';

/** What is done with all payouts of a month: approve those that can be, make the file for the bank. */
export function MonthWork({ month, summary }: { month: string; summary: PayoutSummary }) {
  const t = useTranslations('payouts');
  const [asking, setAsking] = useState(false);
  const problemText = useProblemText();
  const client = useQueryClient();
  const exporting = useMutation({
    mutationFn: () => fetchBankFile(month, null),
    onSuccess: saveFile,
    onError: (error) => toast.error(problemText(error).title, { description: problemText(error).detail }),
    onSettled: () => client.invalidateQueries({ queryKey: ['payouts'] }),
  });
  const ready = summary.pending.count - summary.noAccount.count;
  const { notInFile } = summary;
  return (
    <>
      <Button disabled={ready === 0} onClick={() => setAsking(true)}>
        {t('approveAll', { count: ready })}
      </Button>
      <Button
        icon={Download}
        disabled={notInFile.count === 0}
        busy={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t('bankFile', { count: notInFile.count })}
      </Button>
      <ApproveAll month={month} summary={summary} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

type ApproveAllProps = { month: string; summary: PayoutSummary; open: boolean; onClose: () => void };

function ApproveAll({ month, summary, open, onClose }: ApproveAllProps) {
  const t = useTranslations('payouts');
  const format = useFormat();
  const monthName = useMonthName();
  const client = useQueryClient();
  const approve = useMutation({
    mutationFn: () => approveMonth(month),
    onSuccess: ({ approved }) => {
      toast.success(t('approvedAll', { count: approved.count, amount: format.won(approved.amount) }));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['payouts'] }),
  });
  const { pending, noAccount } = summary;
  const ready = { count: pending.count - noAccount.count, amount: format.won(pending.amount - noAccount.amount) };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={t('approveAllTitle', { month: monthName(month) })}
      confirm={t('verbs.approve')}
      onConfirm={() => approve.mutate()}
      busy={approve.isPending}
      error={approve.error}
      danger={false}
    >
      <p>{t('approveAllWhat', ready)}</p>
      {noAccount.count > 0 && <p>{t('approveAllWithout', { count: noAccount.count })}</p>}
    </ConfirmDialog>
  );
}
