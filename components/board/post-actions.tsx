'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Eye, EyeOff, PenLine, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { deletePost } from '@/lib/community/client';
import type { Post } from '@/lib/community/schema';
import { HideDialog } from './hide-dialog';
import { useModeration } from './use-moderation';

type PostActionsProps = { post: Post; memberId: string; admin: boolean };

/** What one may do with a post: its author changes and deletes it, an admin hides it. */
export function PostActions({ post, memberId, admin }: PostActionsProps) {
  const t = useTranslations('board');
  const router = useRouter();
  const [asking, setAsking] = useState<'delete' | 'hide' | null>(null);
  const showing = useModeration(() => undefined);
  const close = () => setAsking(null);
  const show = () => showing.mutate({ what: 'posts', id: post.id, reason: null });
  const own: MenuItem[] = [
    { label: t('edit'), icon: PenLine, onSelect: () => router.push(`/board/${post.id}/edit`) },
    { label: t('delete'), icon: Trash2, danger: true, onSelect: () => setAsking('delete') },
  ];
  const moderate: MenuItem[] = [
    post.hiddenAt === null
      ? { label: t('hide'), icon: EyeOff, onSelect: () => setAsking('hide') }
      : { label: t('show'), icon: Eye, onSelect: show },
  ];
  const items = [...(post.authorId === memberId ? own : []), ...(admin ? moderate : [])];
  if (items.length === 0) return null;
  return (
    <>
      <Menu items={items}>
        <IconButton icon={Ellipsis} label={t('actions')} />
      </Menu>
      {asking === 'delete' && <DeleteDialog post={post} onClose={close} />}
      {asking === 'hide' && <HideDialog target={{ what: 'posts', id: post.id }} title={post.title} onClose={close} />}
    </>
  );
}

function DeleteDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const t = useTranslations('board');
  const router = useRouter();
  const client = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => deletePost(post.id),
    onSuccess: async () => {
      toast(t('deleted'));
      router.push('/board');
      await client.invalidateQueries({ queryKey: ['posts', 'list'] });
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('deletePost')}
      confirm={t('delete')}
      onConfirm={() => deleting.mutate()}
      busy={deleting.isPending}
      error={deleting.error}
    >
      <p>{t('deletePostNote', { comments: post.commentCount })}</p>
    </ConfirmDialog>
  );
}
