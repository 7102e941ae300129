'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { overlayClasses } from './dialog';
import { IconButton } from './icon-button';

type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  side?: 'right' | 'bottom';
  children: ReactNode;
};

/** A detail beside the page (`right`), or choices within the thumb's reach (`bottom`, for the phone). */
export function Sheet({ open, onOpenChange, title, description, side = 'right', children }: SheetProps) {
  const t = useTranslations('ui');
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={cx('fixed z-50 flex flex-col border bg-floating shadow-float', SIDES[side])}
        >
          <header className="flex items-start gap-4 px-5 py-3">
            <div className="mr-auto min-w-0">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description && <Radix.Description className="text-sm text-muted">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label={t('close')} className="-mr-2" />
            </Radix.Close>
          </header>
          <div className="min-h-0 grow overflow-y-auto px-5 pb-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const SIDES = {
  right: 'inset-y-0 right-0 w-full max-w-lg',
  bottom: 'inset-x-0 bottom-0 max-h-[85dvh] rounded-t pb-[env(safe-area-inset-bottom)]',
};
