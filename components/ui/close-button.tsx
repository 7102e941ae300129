'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';

/** The cross in the corner of a dialog or sheet. Last in reading order, so that what it is about gets the focus first. */
export function CloseButton() {
  const t = useTranslations('ui');
  return (
    <Dialog.Close
      aria-label={t('close')}
      className="absolute top-3 right-3 inline-flex size-8 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink"
    >
      <X aria-hidden className="size-4" />
    </Dialog.Close>
  );
}
