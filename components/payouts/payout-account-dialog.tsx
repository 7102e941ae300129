'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import type { PayoutAccount } from '@/lib/settlement/account-schema';
import { myAccountQuery, putMyAccount } from '@/lib/settlement/payout-client';
import { PayoutAccountForm } from './payout-account-form';

type PayoutAccountDialogProps = { account: PayoutAccount | null; open: boolean; onClose: () => void };

/** Asks for the whole account anew; what is known but the number stands in it. What was typed stays when it is refused. */
export function PayoutAccountDialog({ account, open, onClose }: PayoutAccountDialogProps) {
  const t = useTranslations('payoutAccount');
  const ui = useTranslations('ui');
  const form = useId();
  const client = useQueryClient();
  const put = useMutation({
    mutationFn: putMyAccount,
    onSuccess: async (answer) => {
      client.setQueryData(myAccountQuery().queryKey, answer);
      // A payout that waited for an account no longer does, and its statement says so.
      await client.invalidateQueries({ queryKey: ['settlement'] });
      toast.success(t('saved'));
      onClose();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        put.reset();
        if (!next) onClose();
      }}
      title={account ? t('change') : t('add')}
      description={account ? t('thenNote') : t('note')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={put.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <PayoutAccountForm id={form} account={account} error={put.error} onSend={(wanted) => put.mutate(wanted)} />
    </Dialog>
  );
}
