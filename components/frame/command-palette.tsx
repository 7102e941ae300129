'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { overlayClasses } from '@/components/ui/dialog';
import { useFirstSelected } from '@/components/ui/use-first-selected';
import { useReturnFocus } from '@/components/ui/use-return-focus';
import { useDebounced } from '@/components/use-debounced';
import type { Role } from '@/lib/accounts/schema';
import { PaletteFound } from './palette-found';
import { PaletteGroup, PaletteItem } from './palette-item';
import { PaletteSettings } from './palette-settings';
import type { Room } from './rooms';

type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  rooms: readonly Room[];
  roles: readonly Role[];
  onShortcuts: () => void;
};

/** Ctrl or Cmd and K: go to a page, find a thing, change a setting, without leaving the keyboard. */
export function CommandPalette({ open, onOpenChange, ...rest }: PaletteProps) {
  const t = useTranslations('palette');
  const then = (act: () => void) => () => {
    onOpenChange(false);
    act();
  };
  const returnFocus = useReturnFocus();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClasses} />
        <Dialog.Content
          {...returnFocus}
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded border bg-floating shadow-float"
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <Palette {...rest} then={then} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Closes the palette, then acts. */
export type Then = (act: () => void) => () => void;

function Palette({ rooms, roles, onShortcuts, then }: Omit<PaletteProps, 'open' | 'onOpenChange'> & { then: Then }) {
  const t = useTranslations('palette');
  const names = useTranslations('rooms');
  const router = useRouter();
  const [text, setText] = useState('');
  const { list, command } = useFirstSelected();
  const settled = useDebounced(text.trim());
  return (
    <Command label={t('title')} loop {...command}>
      <div className="flex items-center gap-2 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={t('placeholder')}
          className="h-12 w-full bg-transparent text-lg outline-none"
        />
      </div>
      <Command.List ref={list} className="max-h-[min(24rem,60dvh)] scroll-py-2 overflow-y-auto p-2">
        <Command.Empty className="px-3 py-6 text-center text-sm text-muted">{t('nothing')}</Command.Empty>
        <PaletteGroup heading={t('pages')}>
          {rooms.map((room) => (
            <PaletteItem
              key={room.id}
              icon={room.icon}
              // Found by either name: whoever works in Korean may still type the English word of the address.
              value={`${names(room.id)} ${room.id}`}
              onSelect={then(() => router.push(room.href))}
              keys={`G ${room.letter}`}
            >
              {names(room.id)}
            </PaletteItem>
          ))}
        </PaletteGroup>
        <PaletteFound text={settled} roles={roles} then={then} />
        <PaletteSettings onShortcuts={onShortcuts} then={then} />
      </Command.List>
    </Command>
  );
}
