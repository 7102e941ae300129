'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from '@/components/ui/toast';
import {
  approvePayout,
  holdCreator,
  holdPayout,
  payPayout,
  releaseCreator,
  releasePayout,
} from '@/lib/settlement/payout-client';
import type { Payout } from '@/lib/settlement/payout-schema';
import type { PayoutVerb } from './payout-actions';

export type PayoutStep = { verb: PayoutVerb; payout: Payout };

/** Takes a step with what was typed for it (a reason or a reference), and says that it did. */
export function usePayoutStep(onDone: () => void) {
  const t = useTranslations('payouts');
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, payout, text }: PayoutStep & { text: string }): Promise<unknown> => {
      const steps: Record<PayoutVerb, () => Promise<unknown>> = {
        approve: () => approvePayout(payout.id),
        hold: () => holdPayout(payout.id, text),
        release: () => releasePayout(payout.id),
        pay: () => payPayout(payout.id, text),
        holdCreator: () => holdCreator(payout.creator.id, text),
        releaseCreator: () => releaseCreator(payout.creator.id),
      };
      return steps[verb]();
    },
    onSuccess: (_, { verb, payout }) => {
      toast.success(t(`done.${verb}`, { name: payout.creator.name }));
      onDone();
    },
    // Also when somebody else was faster: the list then shows what they did.
    onSettled: () => client.invalidateQueries({ queryKey: ['payouts'] }),
  });
}
