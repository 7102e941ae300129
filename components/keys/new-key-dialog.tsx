'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { keysQuery } from '@/lib/accounts/client';
import type { MadeKey } from '@/lib/accounts/schema';
import type { Day } from '@/lib/kernel/day';
import { MadeKeyView } from './made-key-view';
import { NewKeyForm } from './new-key-form';

type NewKeyDialogProps = { open: boolean; onClose: () => void; today: Day };

/** Makes a key, then shows it this once; it does not close by accident while the key is on the screen. */
export function NewKeyDialog({ open, onClose, today }: NewKeyDialogProps) {
  const t = useTranslations('keys');
  const ui = useTranslations('ui');
  const form = useId();
  const [made, setMade] = useState<MadeKey | null>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const client = useQueryClient();
  const close = () => {
    setMade(null);
    setLeaving(false);
    onClose();
  };
  const show = async (next: MadeKey) => {
    setMade(next);
    await client.invalidateQueries(keysQuery());
  };
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={() => (made ? setLeaving(true) : close())}
        wide
        title={made ? t('made') : t('new')}
        description={made ? t('shownOnce') : undefined}
        footer={
          made ? (
            <Button variant="primary" onClick={close}>
              {t('keptIt')}
            </Button>
          ) : (
            <>
              <Button onClick={close}>{ui('cancel')}</Button>
              <Button type="submit" form={form} variant="primary" busy={busy}>
                {t('create')}
              </Button>
            </>
          )
        }
      >
        {made ? <MadeKeyView made={made} /> : <NewKeyForm id={form} today={today} onBusy={setBusy} onMade={show} />}
      </Dialog>
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        title={t('leaveTitle')}
        confirm={t('leave')}
        onConfirm={close}
      >
        {t('leaveNote')}
      </ConfirmDialog>
    </>
  );
}
