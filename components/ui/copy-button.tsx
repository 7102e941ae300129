'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from './icon-button';
import { toast } from './toast';

/** Copies a text and says so in place for two seconds. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useTranslations('ui');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      toast.error(t('copyFailed'));
    }
  };
  return (
    <>
      <IconButton icon={copied ? Check : Copy} label={copied ? t('copied') : (label ?? t('copy'))} onClick={copy} />
      <span role="status" className="sr-only">
        {copied && t('copied')}
      </span>
    </>
  );
}
