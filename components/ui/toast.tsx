'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Toaster as Sonner } from 'sonner';

export { toast } from 'sonner';

/** Mounted once. Tells what was done; what went wrong belongs beside the thing that failed. */
export function Toaster() {
  const t = useTranslations('ui');
  return (
    <Sonner
      key={useLocale()}
      position="bottom-right"
      style={{ fontFamily: 'inherit' }}
      containerAriaLabel={t('notices')}
      closeButton
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: t('close'),
        classNames: {
          toast:
            'flex w-full items-start gap-2 rounded border bg-floating px-4 py-3 pr-9 text-base shadow-float max-md:mb-16',
          title: 'font-medium',
          description: 'text-sm text-muted',
          error: 'text-bad',
          closeButton:
            'absolute top-2 right-2 flex size-6 items-center justify-center rounded text-muted hover:bg-sunken [&>svg]:size-3.5',
          icon: 'mt-0.5 size-4 shrink-0 [&>svg]:size-4',
        },
      }}
    />
  );
}
