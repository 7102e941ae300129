'use client';

import { useMutation } from '@tanstack/react-query';
import { Heart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { v4 } from 'uuid';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { useFormat } from '@/components/use-format';
import { likePost } from '@/lib/community/client';
import type { Post } from '@/lib/community/schema';

/** Likes a post or takes it back; the count is what was counted, moved by one's own press. */
export function LikeButton({ post }: { post: Post }) {
  const t = useTranslations('board');
  const format = useFormat();
  const was = post.liked ?? false;
  const [liked, setLiked] = useState(was);
  const liking = useMutation({
    mutationFn: (like: boolean) => likePost(post.id, v4(), like),
    onMutate: (like) => setLiked(like),
    onError: (_, like) => setLiked(!like),
  });
  const count = post.likeCount + Number(liked) - Number(was);
  return (
    <Button aria-pressed={liked} onClick={() => !liking.isPending && liking.mutate(!liked)}>
      <Heart aria-hidden className={cx('size-4', liked && 'fill-bad text-bad')} />
      {t('like')} <span className="tabular-nums">{format.number(Math.max(0, count))}</span>
    </Button>
  );
}
