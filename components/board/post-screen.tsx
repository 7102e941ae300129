'use client';

import { useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { v4 } from 'uuid';
import { PageHeader } from '@/components/frame/page-header';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import { postQuery, viewPost } from '@/lib/community/client';
import type { Post } from '@/lib/community/schema';
import { Author } from './author';
import { CommentsPanel } from './comments-panel';
import { KindBadge } from './kind-badge';
import { LikeButton } from './like-button';
import { OfferBanner } from './offer-banner';
import { PostActions } from './post-actions';
import { PostBody } from './post-body';

type PostScreenProps = { initial: Post; memberId: string; admin: boolean };

/** One post with its comments; opening it is a view. */
export function PostScreen({ initial, memberId, admin }: PostScreenProps) {
  const t = useTranslations('board');
  const { data: post } = useQuery({ ...postQuery(initial.id), initialData: initial });
  useView(post.id);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={post.title}
        back={<Link href="/board">{t('title')}</Link>}
        note={<Facts post={post} />}
        action={<PostActions post={post} memberId={memberId} admin={admin} />}
      />
      <div className="flex flex-col gap-4">
        {post.hiddenAt !== null && (
          <p className="rounded bg-bad-soft px-3 py-2 text-sm">
            {t('hiddenBecause', { reason: post.hiddenReason ?? '' })}
          </p>
        )}
        {post.offer && <OfferBanner offer={post.offer} />}
        <article className="flex flex-col gap-4 rounded border bg-surface p-4 md:p-6">
          <PostBody>{post.body}</PostBody>
          <div>
            <LikeButton key={String(post.liked)} post={post} />
          </div>
        </article>
        <CommentsPanel post={post} memberId={memberId} admin={admin} />
      </div>
    </div>
  );
}

function Facts({ post }: { post: Post }) {
  const t = useTranslations('board');
  const format = useFormat();
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {post.kind !== 'member' && <KindBadge kind={post.kind} />}
      <Author id={post.authorId} name={post.authorName} />
      <Time at={post.createdAt} />
      {post.editedAt !== null && <Badge>{t('edited')}</Badge>}
      <span className="inline-flex items-center gap-1">
        <Eye aria-hidden className="size-4" />
        <span className="sr-only">{t('views')}</span>
        {format.number(post.viewCount)}
      </span>
    </span>
  );
}

/** Counted once a visit; whether it counts is the server's word, and nobody waits for it. */
function useView(id: number): void {
  useEffect(() => {
    void viewPost(id, v4()).catch(() => undefined);
  }, [id]);
}
