import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';

/** What floats under the trigger of a popover, kept inside the window. */
export function PopoverPanel({ className, children }: { className: string; children: ReactNode }) {
  return (
    <Popover.Portal>
      <Popover.Content
        align="start"
        sideOffset={4}
        collisionPadding={8}
        className={cx('z-50 rounded border bg-floating shadow-float', className)}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  );
}
