'use client';

import { useMutation } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { eraseMember, exportAddress } from '@/lib/privacy/client';

type PrivacyActionsProps = { memberId: string; onErased: () => void };

/** All that is kept about a member as a file, and the end of it. */
export function PrivacyActions({ memberId, onErased }: PrivacyActionsProps) {
  const t = useTranslations('privacy');
  const [asking, setAsking] = useState(false);
  const erase = useMutation({
    mutationFn: () => eraseMember(memberId),
    onSuccess: () => {
      setAsking(false);
      onErased();
    },
  });
  return (
    <div className="flex flex-wrap gap-2">
      <Button asChild>
        <a href={exportAddress(memberId)} download>
          <Download aria-hidden className="size-4 shrink-0" />
          {t('export')}
        </a>
      </Button>
      <Button icon={Trash2} onClick={() => setAsking(true)}>
        {t('erase')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('eraseTitle')}
        confirm={t('erase')}
        typedName={memberId}
        danger
        busy={erase.isPending}
        error={erase.error}
        onConfirm={() => erase.mutate()}
      >
        <p>{t('gone')}</p>
        <p>{t('stays')}</p>
      </ConfirmDialog>
    </div>
  );
}
