'use client';

import { useFormat } from '@/components/use-format';

export function Took({ milliseconds }: { milliseconds: number | null }) {
  const format = useFormat();
  return <span className="whitespace-nowrap">{milliseconds === null ? '–' : format.duration(milliseconds)}</span>;
}
