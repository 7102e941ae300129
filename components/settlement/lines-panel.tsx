'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { SkeletonLines } from '@/components/ui/skeleton';
import type { LineList } from '@/lib/settlement/line-schema';
import { LineRow } from './line-row';

type LinesPanelProps = { title: string; query: UseInfiniteQueryResult<InfiniteData<LineList>>; opens?: boolean };

/** Lines in the order of their ordinals, each spelled out; `opens` leads from a line on to the events of its day. */
export function LinesPanel({ title, query, opens = true }: LinesPanelProps) {
  const t = useTranslations('earnings');
  return (
    <Panel
      title={title}
      note={t(opens ? 'linesNote' : 'dayLinesNote')}
      query={query}
      isEmpty={({ pages }) => pages.every((page) => page.items.length === 0)}
      empty={
        <EmptyState title={t('noLines')}>
          <p>{t('noLinesHow')}</p>
        </EmptyState>
      }
      skeleton={
        <div className="px-4 pb-4">
          <SkeletonLines />
        </div>
      }
      flush
    >
      {({ pages }) => (
        <>
          <ul className="border-t">
            {pages.flatMap(({ contentId, tariffs, items }) =>
              items.map((line) => (
                <LineRow
                  key={`${line.day} ${line.forDay}`}
                  line={line}
                  contentId={contentId}
                  tariff={tariffs.find((tariff) => tariff.version === line.tariffVersion)}
                  opens={opens}
                />
              )),
            )}
          </ul>
          {query.hasNextPage && (
            <div className="border-t px-4 py-3">
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('moreLines')}
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}
