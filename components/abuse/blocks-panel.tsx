'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedTable } from '@/components/ui/paged-table';
import { Panel } from '@/components/ui/panel';
import { blocksQuery } from '@/lib/abuse/client';
import type { Block } from '@/lib/abuse/schema';
import { useBlockColumns } from './use-block-columns';

const WATCHING_MILLISECONDS = 2000;

type BlocksPanelProps = { onOpen: (block: Block) => void; onLift: (block: Block) => void };

/** Who is or was blocked, and why; looked at again by itself while one is being applied. */
export function BlocksPanel({ onOpen, onLift }: BlocksPanelProps) {
  const t = useTranslations('abuse');
  const query = useInfiniteQuery({
    ...blocksQuery(),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(({ applied }) => !applied)) ? WATCHING_MILLISECONDS : false,
  });
  return (
    <Panel title={t('blocks')} flush>
      <PagedTable
        label={t('blocks')}
        query={query}
        columns={useBlockColumns()}
        rowId={({ id }) => String(id)}
        onOpen={onOpen}
        actions={(block) =>
          block.liftedAt === null && (
            <Button size="small" onClick={() => onLift(block)}>
              {t('lift')}
            </Button>
          )
        }
        empty={<EmptyState title={t('noBlocks')}>{t('noBlocksHow')}</EmptyState>}
      />
    </Panel>
  );
}
