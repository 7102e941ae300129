'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { SkeletonLines } from '@/components/ui/skeleton';
import { commentsQuery } from '@/lib/community/client';
import type { Post } from '@/lib/community/schema';
import { CommentForm } from './comment-form';
import { CommentItem } from './comment-item';

type CommentsPanelProps = { post: Post; memberId: string; admin: boolean };

/** What was said about a post, oldest first, and a place to say something. */
export function CommentsPanel({ post, memberId, admin }: CommentsPanelProps) {
  const t = useTranslations('board');
  const query = useInfiniteQuery({
    ...commentsQuery(post.id),
    initialData: { pages: [post.comments], pageParams: [null] },
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Panel title={t('commentsCount', { count: post.commentCount })} flush>
      {query.error && (
        <div className="px-4">
          <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} stale />
        </div>
      )}
      {items === undefined && <SkeletonLines />}
      {items?.length === 0 && <EmptyState title={t('noComments')}>{t('noCommentsHow')}</EmptyState>}
      {items !== undefined && items.length > 0 && (
        <ul className="divide-y border-t" aria-label={t('comments')}>
          {items.map((comment) => (
            <CommentItem key={comment.id} comment={comment} own={comment.authorId === memberId} admin={admin} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="flex justify-center border-t p-3">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('moreComments')}
          </Button>
        </div>
      )}
      {post.hiddenAt === null && <CommentForm postId={post.id} />}
    </Panel>
  );
}
