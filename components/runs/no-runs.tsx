'use client';

import { useTranslations } from 'next-intl';
import { useOrigin } from '@/components/operations/use-origin';
import { CodeLine } from '@/components/ui/code-line';
import { EmptyState } from '@/components/ui/empty-state';

/** What runs are, and the line that begins the daily one. */
export function NoRuns({ filtered }: { filtered: boolean }) {
  const t = useTranslations('runs');
  const origin = useOrigin();
  if (filtered) return <EmptyState title={t('noneOfDay')} />;
  return (
    <EmptyState title={t('emptyTitle')}>
      <p>{t('emptyHow')}</p>
      <CodeLine code={`curl -H "Authorization: Bearer $CRON_SECRET" ${origin}/api/cron/daily`} />
    </EmptyState>
  );
}
