'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SkeletonLines } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { blockViewer, previewQuery } from '@/lib/abuse/client';
import type { BlockPreview } from '@/lib/abuse/schema';
import { useViewerName } from './viewer-name';

/** From now on, or `all` there ever was. */
export type BlockPlan = { viewer: string; all: boolean };

/** Says in figures what a block takes, wants a reason, and asks once. */
export function BlockDialog({ plan, onClose }: { plan: BlockPlan | null; onClose: () => void }) {
  const t = useTranslations('abuse');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const { kind, id } = useViewerName(plan?.viewer ?? 'm:');
  const preview = useQuery({ ...previewQuery(plan?.viewer ?? '', true), enabled: plan?.all === true });
  const close = () => {
    blocking.reset();
    setReason('');
    onClose();
  };
  const blocking = useMutation({
    mutationFn: ({ viewer, all }: BlockPlan) => blockViewer({ viewer, reason, ...(all && { void: true }) }),
    onSuccess: async () => {
      close();
      toast(t(plan?.all ? 'voided' : 'blockedToast', { viewer: `${kind} ${id}` }));
      await client.invalidateQueries({ queryKey: ['abuse'] });
    },
  });
  const key = plan?.all ? 'voidDialog' : 'blockDialog';
  return (
    <ConfirmDialog
      open={plan !== null}
      onOpenChange={close}
      title={t(`${key}.title`, { viewer: `${kind} ${id}` })}
      confirm={t(`${key}.confirm`)}
      busy={blocking.isPending}
      error={blocking.error}
      onConfirm={() => plan && blocking.mutate(plan)}
    >
      <p>{t(`${key}.what`)}</p>
      {plan?.all && (preview.data ? <Taken preview={preview.data} /> : <SkeletonLines />)}
      <p>{t('undo')}</p>
      <Field label={t('reason')} hint={t('reasonHint')} className="mt-1 text-ink">
        <Input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} />
      </Field>
    </ConfirmDialog>
  );
}

function Taken({ preview }: { preview: BlockPreview }) {
  const t = useTranslations('abuse');
  const format = useFormat();
  const { views, adViews, clicks, contents } = preview;
  return (
    <p className="text-ink">
      {t('taken', { views, adViews, clicks, contents, won: format.won(preview.won) })}{' '}
      {preview.closedDays > 0 && t('takenClosed', { count: preview.closedDays })}
    </p>
  );
}
