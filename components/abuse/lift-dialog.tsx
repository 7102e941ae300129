'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { liftBlock } from '@/lib/abuse/client';
import type { Block } from '@/lib/abuse/schema';
import { useViewerName } from './viewer-name';

/** Says what comes back, and asks once. */
export function LiftDialog({ block, onClose }: { block: Block | null; onClose: () => void }) {
  const t = useTranslations('abuse');
  const format = useFormat();
  const client = useQueryClient();
  const { kind, id } = useViewerName(block?.viewer ?? 'm:');
  const lifting = useMutation({
    mutationFn: ({ id: blockId }: Block) => liftBlock(blockId),
    onSuccess: async () => {
      close();
      toast(t('liftedToast', { viewer: `${kind} ${id}` }));
      await client.invalidateQueries({ queryKey: ['abuse'] });
    },
  });
  const close = () => {
    lifting.reset();
    onClose();
  };
  const took = block?.progress?.changed ?? 0;
  return (
    <ConfirmDialog
      open={block !== null}
      onOpenChange={close}
      title={t('liftDialog.title', { viewer: `${kind} ${id}` })}
      confirm={t('lift')}
      danger={false}
      busy={lifting.isPending}
      error={lifting.error}
      onConfirm={() => block && lifting.mutate(block)}
    >
      {took > 0 && <p className="text-ink">{t('liftDialog.took', { count: format.number(took) })}</p>}
      <p>{t('liftDialog.what')}</p>
    </ConfirmDialog>
  );
}
