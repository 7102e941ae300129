'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';

export type More = { hasMore: boolean; busy: boolean; load: () => void };

/** How many rows are here, and the way to more of them. */
export function DataTableFooter({ shown, more }: { shown: number; more?: More | undefined }) {
  const t = useTranslations('ui');
  if (!more) return null;
  return (
    <div className="flex min-h-12 items-center justify-between gap-4 border-t px-4 py-2 text-sm text-muted">
      <span role="status">{t(more.hasMore ? 'rowsShown' : 'allShown', { count: shown })}</span>
      {more.hasMore && (
        <Button size="small" onClick={more.load} busy={more.busy}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
