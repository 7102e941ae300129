'use client';

import { ChevronRight } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import type { AuditItems } from '@/lib/accounts/schema';
import { useAuditWords } from './use-audit-words';

type ActionNameProps = { item: AuditItems['items'][number]; open: boolean; onTurn: () => void };

/** What was done; pressing it opens the change in place. */
export function ActionName({ item, open, onTurn }: ActionNameProps) {
  const { actionName } = useAuditWords();
  return (
    <button
      type="button"
      data-opens-row
      aria-expanded={open}
      aria-controls={`change-${item.id}`}
      onClick={onTurn}
      className="relative -ml-1 rounded pr-1 pl-5 text-left font-medium whitespace-nowrap hover:underline"
    >
      <ChevronRight aria-hidden className={cx('absolute top-0.5 left-0 size-4 text-muted', open && 'rotate-90')} />
      {actionName(item.action)}
    </button>
  );
}
