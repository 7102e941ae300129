'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Moderated } from '@/lib/community/client';
import { useModeration } from './use-moderation';

type HideDialogProps = { target: Moderated; title: string; onClose: () => void };

/** Asks for the reason and hides; the author of a post can read it. */
export function HideDialog({ target, title, onClose }: HideDialogProps) {
  const t = useTranslations('board');
  const [reason, setReason] = useState('');
  const hiding = useModeration(onClose);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(target.what === 'posts' ? 'hidePost' : 'hideComment')}
      confirm={t('hide')}
      onConfirm={() => reason.trim() !== '' && hiding.mutate({ ...target, reason: reason.trim() })}
      busy={hiding.isPending}
      error={hiding.error}
    >
      <p>{t(target.what === 'posts' ? 'hidePostNote' : 'hideCommentNote', { title })}</p>
      <Field label={t('reason')} hint={t('reasonHint')} className="text-ink">
        <Input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
