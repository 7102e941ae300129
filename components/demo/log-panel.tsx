'use client';

import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { Receipt } from '@/sdk/event';
import type { DemoContent } from './demo-data';
import type { DemoLog } from './demo-log';
import { LogAnswer } from './log-answer';
import { LogFailure } from './log-failure';
import { LogTotals } from './log-totals';

/** Every request and what it was answered, newest first, and the sums that always add up. */
export function LogPanel({ log, contents }: { log: DemoLog; contents: DemoContent[] }) {
  const t = useTranslations('demo');
  const { waiting, entries, totals } = log;
  const [latest] = entries;
  return (
    <Panel title={t('log')} note={t('logNote')} flush>
      <div className="border-t">
        <LogTotals totals={totals} />
      </div>
      <p role="status" className="border-t px-4 py-2 text-sm text-muted">
        {waiting.length > 0 ? t('waiting', { count: waiting.length }) : t('nothingWaits')}
      </p>
      <p role="status" className="sr-only">
        {latest?.kind === 'answered' && t('summary', countsOf(latest.receipt))}
      </p>
      {entries.length === 0 ? (
        <div className="border-t">
          <EmptyState icon={ListChecks} title={t('emptyTitle')}>
            {t('emptyHow')}
          </EmptyState>
        </div>
      ) : (
        <ol
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={t('log')}
          className="max-h-[60dvh] overflow-y-auto border-t lg:max-h-[calc(100dvh-16rem)]"
        >
          {entries.map((entry) => (
            <li key={entry.number} className="border-b px-4 py-3 last:border-b-0">
              {entry.kind === 'answered' ? (
                <LogAnswer entry={entry} contents={contents} />
              ) : (
                <LogFailure entry={entry} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function countsOf({ items: _, ...counts }: Receipt) {
  return counts;
}
