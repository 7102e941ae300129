'use client';

import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { CloseButton } from './close-button';
import { cx } from './cx';
import { useReturnFocus } from './use-return-focus';

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One or two sentences under the title. */
  description?: ReactNode;
  /** Buttons at the bottom, the action last. */
  footer?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
};

/** A short task on top of the page. Escape and the cross close it, and the focus goes back to where it was. */
export function Dialog({ open, onOpenChange, title, description, footer, wide, children }: DialogProps) {
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content
          {...returnFocus}
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={cx(dialogClasses, wide ? 'max-w-2xl' : 'max-w-md')}
        >
          <header className="flex flex-col gap-1 pt-4 pr-14 pl-5">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            {description && (
              <Radix.Description asChild>
                <div className="text-sm text-muted">{description}</div>
              </Radix.Description>
            )}
          </header>
          {children && <div className="min-h-0 overflow-y-auto px-5 pt-4 pb-1">{children}</div>}
          <footer className={cx('flex flex-wrap justify-end gap-2 px-5', footer ? 'py-4' : 'pb-4')}>{footer}</footer>
          <CloseButton />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const overlayClasses = 'fixed inset-0 z-40 bg-scrim';

export const dialogClasses =
  'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded border bg-floating shadow-float';
