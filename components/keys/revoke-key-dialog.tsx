'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { keysQuery, revokeKey } from '@/lib/accounts/client';
import type { ApiKey } from '@/lib/accounts/schema';

/** Ends a key for good, once its name is typed. */
export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey | null; onClose: () => void }) {
  const t = useTranslations('keys');
  const format = useFormat();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: revokeKey,
    onSuccess: async ({ name }) => {
      await client.invalidateQueries(keysQuery());
      toast.success(t('revoked', { name }));
      onClose();
    },
  });
  const close = () => {
    revoke.reset();
    onClose();
  };
  const used = apiKey?.lastUsedAt;
  return (
    <ConfirmDialog
      open={apiKey !== null}
      onOpenChange={close}
      title={t('revokeTitle', { name: apiKey?.name ?? '' })}
      confirm={t('revoke')}
      typedName={apiKey?.name ?? ''}
      busy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => apiKey && revoke.mutate(apiKey.id)}
    >
      <p>{t('revokeNote')}</p>
      <p>{used ? t('revokeUsed', { at: format.dateTime(used) }) : t('revokeUnused')}</p>
    </ConfirmDialog>
  );
}
