'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { refundOrder } from '@/lib/shop/client';
import type { Order } from '@/lib/shop/schema';

/** Says what a refund gives back, asks why, and does it once. */
export function RefundDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useTranslations('products');
  const form = useId();
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const refund = useMutation({
    mutationFn: () => refundOrder({ id: order.id, reason: reason.trim() }),
    onSuccess: async () => {
      toast(t('refunded', { points: order.paid }));
      onClose();
      for (const queryKey of [['orders'], ['products'], ['points'], ['point-entries']])
        await client.invalidateQueries({ queryKey });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '' && !refund.isPending) refund.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('refundTitle', { id: order.id })}
      description={t(order.couponId === null ? 'refundWhat' : 'refundWhatCoupon', { points: order.paid })}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="danger" busy={refund.isPending} disabled={reason.trim() === ''}>
            {t('refund')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={send} className="flex flex-col gap-3">
        <Field label={t('reason')} hint={t('reasonHint')}>
          <Input
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={200}
            autoComplete="off"
          />
        </Field>
        {refund.error && <ErrorState error={refund.error} compact />}
      </form>
    </Dialog>
  );
}
