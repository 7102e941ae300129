'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { updateComment } from '@/lib/community/client';
import type { Comment } from '@/lib/community/schema';

/** Changes one's own comment in its place. */
export function CommentEditor({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const t = useTranslations('board');
  const client = useQueryClient();
  const [body, setBody] = useState(comment.body);
  const saving = useMutation({
    mutationFn: () => updateComment(comment.id, body.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['posts', 'comments'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() !== '') saving.mutate();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      {saving.error && <ErrorState error={saving.error} compact />}
      <Field label={t('yourComment')}>
        <Textarea autoFocus value={body} maxLength={2000} onChange={(event) => setBody(event.target.value)} />
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" busy={saving.isPending} disabled={body.trim() === ''}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
