'use client';

import { useTranslations } from 'next-intl';

/** A viewer as a person reads it: what kind it is, then its id; an address is a hash, of which the beginning is enough. */
export function ViewerName({ viewer }: { viewer: string }) {
  const { kind, id } = useViewerName(viewer);
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <span className="text-xs text-muted">{kind}</span>
      <span className="font-mono text-sm break-all">{id}</span>
    </span>
  );
}

export function useViewerName(viewer: string): { kind: string; id: string } {
  const t = useTranslations('abuse');
  const kind = KINDS[viewer.slice(0, 1)] ?? 'member';
  const id = viewer.slice(2);
  return { kind: t(`kinds.${kind}`), id: kind === 'address' ? id.slice(0, 10) : id };
}

const KINDS: Record<string, 'member' | 'anonymous' | 'address'> = { m: 'member', a: 'anonymous', i: 'address' };
