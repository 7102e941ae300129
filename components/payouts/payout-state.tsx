'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { Payout } from '@/lib/settlement/payout-schema';

const TONES: Record<Payout['state'], Tone> = { pending: 'neutral', approved: 'accent', paid: 'good', held: 'warn' };

/** Where a payout stands, and why it waits. */
export function PayoutStateCell({ payout }: { payout: Pick<Payout, 'state' | 'reason' | 'creatorHeld' | 'heldFrom'> }) {
  const t = useTranslations('payouts');
  const { state, reason, creatorHeld } = payout;
  const why = reason === 'no-account' ? t('noAccount') : reason;
  return (
    <span className="inline-flex max-w-72 flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
      {creatorHeld && <Badge tone="warn">{t('creatorHeld')}</Badge>}
      {why && <span className="text-xs text-muted">{why}</span>}
    </span>
  );
}
