'use client';

import Script from 'next/script';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { ContentCard } from './content-card';
import type { DemoData } from './demo-data';
import { DemoHeader } from './demo-header';
import { InstallPanel } from './install-panel';
import { LogPanel } from './log-panel';
import { LogTotals } from './log-totals';
import { TryPanel } from './try-panel';
import { useDemo } from './use-demo';

/** A small content platform that uses the SDK, beside everything that the API answers it. */
export function DemoScreen({ data }: { data: DemoData }) {
  const t = useTranslations('demo');
  const demo = useDemo(data);
  return (
    <div className="mx-auto max-w-content px-4 pb-6 md:px-6">
      <Script src="/sdk.js" onReady={demo.onLoad} />
      <DemoHeader />
      <main className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)] lg:grid-rows-[auto_1fr]">
        <div className="flex flex-col gap-4">
          <TryPanel data={data} demo={demo} />
          {data.contents.length === 0 && (
            <Panel title={t('contents')}>
              <EmptyState title={t('noContents')}>{t('noContentsHow')}</EmptyState>
            </Panel>
          )}
          <div className="grid items-start gap-4 sm:grid-cols-2">
            {data.contents.map((content) => (
              <ContentCard key={content.id} content={content} demo={demo} apiKey={data.apiKey} />
            ))}
          </div>
        </div>
        <div id="log" className="scroll-mt-4 lg:sticky lg:top-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <LogPanel log={demo.log} contents={data.contents} />
        </div>
        <InstallPanel home={data.home} />
      </main>
      {/* On a phone the log is out of sight while the buttons are pressed. */}
      <a href="#log" className="sticky bottom-4 mt-4 block rounded border bg-floating shadow-float lg:hidden">
        <LogTotals totals={demo.log.totals} />
      </a>
    </div>
  );
}
