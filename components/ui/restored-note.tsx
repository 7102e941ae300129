'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';

/** What was typed before and not sent is back in the form. */
export function RestoredNote({ onDiscard }: { onDiscard: () => void }) {
  const t = useTranslations('ui');
  return (
    <div role="status" className="mb-4 flex flex-wrap items-center gap-3 rounded bg-accent-soft px-3 py-2 text-sm">
      {t('restored')}
      <Button size="small" onClick={onDiscard}>
        {t('discard')}
      </Button>
    </div>
  );
}
