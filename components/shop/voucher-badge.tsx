'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { Voucher } from '@/lib/shop/schema';

/** Where a voucher stands, in a word. */
export function VoucherBadge({ state }: { state: Voucher['state'] }) {
  const t = useTranslations('shop');
  return <Badge tone={TONES[state]}>{t(`voucherStates.${state}`)}</Badge>;
}

const TONES: Record<Voucher['state'], Tone> = { valid: 'good', redeemed: 'neutral', void: 'bad' };
