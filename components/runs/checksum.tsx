'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';

const ENDS = 4;

/** Its ends, which are enough to see that two are alike; the copy is whole. */
export function Checksum({ value }: { value: string | null }) {
  const t = useTranslations('runs');
  if (value === null) return <>–</>;
  const short = value.length > 2 * ENDS + 1 ? `${value.slice(0, ENDS)}…${value.slice(-ENDS)}` : value;
  return (
    <span className="-my-1.5 inline-flex items-center">
      <code className="font-mono text-sm" title={value}>
        {short}
      </code>
      <CopyButton text={value} label={t('copyChecksum')} />
    </span>
  );
}
