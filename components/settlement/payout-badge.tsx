'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { PayoutState, Statement } from '@/lib/settlement/statement-schema';

const TONES: Record<PayoutState, Tone> = { pending: 'neutral', approved: 'accent', paid: 'good', held: 'warn' };

/** Where the money of a statement is; a dash while there is none to send. */
export function PayoutBadge({ payout }: { payout: Statement['payout'] }) {
  const t = useTranslations('statements');
  if (!payout) return <span className="text-muted">–</span>;
  return <Badge tone={TONES[payout.state]}>{t(`payoutStates.${payout.state}`)}</Badge>;
}
