'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { Payout } from '@/lib/settlement/payout-schema';

export type PayoutVerb = 'approve' | 'hold' | 'release' | 'pay' | 'holdCreator' | 'releaseCreator';

/** What can be done with a payout in its state. */
export function PayoutActions({ payout, onAct }: { payout: Payout; onAct: (verb: PayoutVerb) => void }) {
  const t = useTranslations('payouts');
  const item = (verb: PayoutVerb, disabled = false): MenuItem => ({
    label: t(`verbs.${verb}`),
    onSelect: () => onAct(verb),
    disabled,
  });
  const steps: Record<Payout['state'], MenuItem[]> = {
    pending: [item('approve', payout.reason === 'no-account'), item('hold')],
    approved: [item('pay'), item('hold')],
    held: payout.creatorHeld ? [] : [item('release')],
    paid: [],
  };
  const own = steps[payout.state];
  const creator = payout.creatorHeld ? item('releaseCreator') : item('holdCreator');
  return (
    <Menu items={own.length > 0 ? [...own, 'separator', creator] : [creator]}>
      <IconButton icon={Ellipsis} label={t('actionsOf', { name: payout.creator.name, month: payout.month })} />
    </Menu>
  );
}
