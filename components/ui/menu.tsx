'use client';

import type { LucideIcon } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { cx } from './cx';
import { Kbd } from './kbd';

export type MenuItem =
  | {
      label: string;
      icon?: LucideIcon;
      onSelect: () => void;
      shortcut?: string;
      /** Sets apart what cannot be undone; it still asks. */
      danger?: boolean;
      disabled?: boolean;
    }
  | 'separator';

type MenuProps = { items: readonly MenuItem[]; align?: 'start' | 'end'; children: ReactElement };

/** Actions behind the one child, a button that names itself. */
export function Menu({ items, align = 'end', children }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 rounded border bg-floating p-1 shadow-float"
        >
          {items.map((item, index) =>
            item === 'separator' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a separator is known by its place alone
              <Radix.Separator key={index} className="-mx-1 my-1 border-t" />
            ) : (
              <Item key={item.label} {...item} />
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Item({ label, icon: Icon, onSelect, shortcut, danger, disabled = false }: Exclude<MenuItem, 'separator'>) {
  return (
    <Radix.Item
      disabled={disabled}
      onSelect={onSelect}
      className={cx(
        'flex min-h-8 items-center gap-2 rounded px-2 outline-none select-none max-md:min-h-11',
        'data-disabled:opacity-50 data-highlighted:bg-sunken',
        danger && 'text-bad',
      )}
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      <span className="mr-auto">{label}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </Radix.Item>
  );
}
