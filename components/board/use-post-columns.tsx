'use client';

import { EyeOff, TicketPercent } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { columnHelper } from '@/components/ui/data-table-columns';
import { Figure } from '@/components/ui/figure';
import { Time } from '@/components/ui/time';
import type { PostLine } from '@/lib/community/schema';
import { Author } from './author';
import { KindBadge } from './kind-badge';

const column = columnHelper<PostLine>();

/** Columns of the board: what, by whom, when, and how it was received. */
export function usePostColumns() {
  const t = useTranslations('board');
  return useMemo(
    () =>
      column.columns([
        column.accessor('title', {
          header: t('post'),
          cell: (cell) => <Title post={cell.row.original} />,
          meta: { card: 'title' },
        }),
        column.accessor('authorName', {
          header: t('author'),
          cell: ({ row }) => <Author id={row.original.authorId} name={row.original.authorName} />,
          meta: { width: '9rem' },
        }),
        column.accessor('createdAt', {
          header: t('writtenAt'),
          cell: (cell) => <Time at={cell.getValue()} />,
          meta: { width: '13rem' },
        }),
        column.accessor('viewCount', {
          header: t('views'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { align: 'end', width: '6rem', card: 'hidden' },
        }),
        column.accessor('likeCount', {
          header: t('likes'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { align: 'end', width: '6rem', card: 'hidden' },
        }),
        column.accessor('commentCount', {
          header: t('comments'),
          cell: (cell) => <Figure value={cell.getValue()} />,
          meta: { align: 'end', width: '6rem' },
        }),
      ]),
    [t],
  );
}

function Title({ post }: { post: PostLine }) {
  const t = useTranslations('board');
  const { couponsLeft } = post;
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      {post.kind !== 'member' && <KindBadge kind={post.kind} />}
      <span className="break-words">{post.title}</span>
      {couponsLeft !== null && couponsLeft > 0 && (
        <Badge tone="good">
          <TicketPercent aria-hidden className="mr-1 size-3.5" />
          {t('couponsLeft', { count: couponsLeft })}
        </Badge>
      )}
      {post.hiddenAt !== null && (
        <Badge tone="bad">
          <EyeOff aria-hidden className="mr-1 size-3.5" />
          {t('hidden')}
        </Badge>
      )}
    </span>
  );
}
