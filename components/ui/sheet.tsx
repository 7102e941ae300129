'use client';

import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { CloseButton } from './close-button';
import { cx } from './cx';
import { overlayClasses } from './dialog';
import { useReturnFocus } from './use-return-focus';

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
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content
          {...returnFocus}
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={cx('fixed z-50 flex flex-col border bg-floating shadow-float', SIDES[side])}
        >
          <header className="py-3 pr-14 pl-5">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            {description && <Radix.Description className="text-sm text-muted">{description}</Radix.Description>}
          </header>
          <div className="min-h-0 grow overflow-y-auto px-5 pb-5">{children}</div>
          <CloseButton />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const SIDES = {
  right: 'inset-y-0 right-0 w-full max-w-lg',
  bottom: 'inset-x-0 bottom-0 max-h-[85dvh] rounded-t pb-[env(safe-area-inset-bottom)]',
};
