'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { PostKind } from '@/lib/community/schema';

/** Who a post comes from: the house, its notices, or a member. */
export function KindBadge({ kind }: { kind: PostKind }) {
  return <Badge tone={TONES[kind]}>{useTranslations('board')(`kinds.${kind}`)}</Badge>;
}

const TONES: Record<PostKind, Tone> = { admin: 'accent', notice: 'warn', member: 'neutral' };
