'use client';

import { Bug, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** A page that broke while it was drawn. The server's log knows the number. */
export function Crash({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('pages');
  const states = useTranslations('states');
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <div role="alert" className="py-10">
      <EmptyState
        wholePage
        icon={Bug}
        title={t('crashTitle')}
        action={
          <Button icon={RotateCw} onClick={retry}>
            {states('retry')}
          </Button>
        }
      >
        <p>{t('crashRemedy')}</p>
        {digest && (
          <p className="text-xs">
            {t('crashId')} <code className="font-mono select-all">{digest}</code>
          </p>
        )}
      </EmptyState>
    </div>
  );
}
