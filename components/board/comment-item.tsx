'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Eye, EyeOff, PenLine, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { Time } from '@/components/ui/time';
import { deleteComment } from '@/lib/community/client';
import type { Comment } from '@/lib/community/schema';
import { Author } from './author';
import { CommentEditor } from './comment-editor';
import { HideDialog } from './hide-dialog';
import { useModeration } from './use-moderation';

type CommentItemProps = { comment: Comment; own: boolean; admin: boolean };

/** One comment; its author changes or deletes it, an admin hides it. */
export function CommentItem({ comment, own, admin }: CommentItemProps) {
  const t = useTranslations('board');
  const [doing, setDoing] = useState<'edit' | 'delete' | 'hide' | null>(null);
  const close = () => setDoing(null);
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span className="font-medium text-ink">
          <Author id={comment.authorId} name={comment.authorName} />
        </span>
        <Time at={comment.createdAt} />
        {comment.editedAt !== null && <Badge>{t('edited')}</Badge>}
        {comment.hiddenAt !== null && (
          <Badge tone="bad">{t('hiddenBecause', { reason: comment.hiddenReason ?? '' })}</Badge>
        )}
        <span className="ml-auto">
          <Actions comment={comment} own={own} admin={admin} onDo={setDoing} />
        </span>
      </div>
      {doing === 'edit' ? (
        <CommentEditor comment={comment} onClose={close} />
      ) : (
        <p className="text-base break-words whitespace-pre-wrap">{comment.body}</p>
      )}
      {doing === 'delete' && <DeleteDialog id={comment.id} onClose={close} />}
      {doing === 'hide' && (
        <HideDialog target={{ what: 'comments', id: comment.id }} title={comment.body.slice(0, 60)} onClose={close} />
      )}
    </li>
  );
}

type ActionsProps = CommentItemProps & { onDo: (what: 'edit' | 'delete' | 'hide') => void };

function Actions({ comment, own, admin, onDo }: ActionsProps) {
  const t = useTranslations('board');
  const showing = useModeration(() => undefined);
  const show = () => showing.mutate({ what: 'comments', id: comment.id, reason: null });
  const mine: MenuItem[] = [
    { label: t('edit'), icon: PenLine, onSelect: () => onDo('edit') },
    { label: t('delete'), icon: Trash2, danger: true, onSelect: () => onDo('delete') },
  ];
  const moderate: MenuItem[] = [
    comment.hiddenAt === null
      ? { label: t('hide'), icon: EyeOff, onSelect: () => onDo('hide') }
      : { label: t('show'), icon: Eye, onSelect: show },
  ];
  const items = [...(own ? mine : []), ...(admin ? moderate : [])];
  if (items.length === 0) return null;
  return (
    <Menu items={items}>
      <IconButton icon={Ellipsis} label={t('actions')} />
    </Menu>
  );
}

function DeleteDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useTranslations('board');
  const client = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => deleteComment(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['posts'] }),
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('deleteComment')}
      confirm={t('delete')}
      onConfirm={() => deleting.mutate()}
      busy={deleting.isPending}
      error={deleting.error}
    >
      <p>{t('deleteCommentNote')}</p>
    </ConfirmDialog>
  );
}
