'use client';

import { Ellipsis, LogOut, Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { IntentLink } from '@/components/ui/intent-link';
import { Sheet } from '@/components/ui/sheet';
import type { Person } from './account-menu';
import { LanguageControl, ThemeControl } from './preference-controls';
import { RoomIcon } from './room-link';
import { isInRoom, type Room } from './rooms';
import { useSignOut } from './use-sign-out';

type BottomBarProps = { rooms: readonly Room[]; person: Person; onSearch: () => void };

/** Rooms within the thumb's reach on the phone: the first four, and the rest behind More. */
export function BottomBar({ rooms, person, onSearch }: BottomBarProps) {
  const t = useTranslations('frame');
  const names = useTranslations('rooms');
  const pathname = usePathname();
  const [more, setMore] = useState(false);
  const first = rooms.slice(0, 4);
  const inMore = !first.some((room) => isInRoom(room, pathname));
  return (
    <nav
      aria-label={t('rooms')}
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {first.map((room) => (
        <IntentLink
          key={room.id}
          href={room.href}
          aria-current={isInRoom(room, pathname) ? 'page' : undefined}
          className={cx(tabClasses, isInRoom(room, pathname) ? 'font-medium text-ink' : 'text-muted')}
        >
          <RoomIcon room={room} />
          <span className="max-w-full truncate px-1">{names(room.id)}</span>
        </IntentLink>
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        className={cx(tabClasses, inMore ? 'font-medium text-ink' : 'text-muted')}
        onClick={() => setMore(true)}
      >
        <Ellipsis aria-hidden className="size-4" />
        {t('more')}
      </button>
      <MoreSheet open={more} onOpenChange={setMore} {...{ rooms: rooms.slice(4), person, onSearch }} />
    </nav>
  );
}

const tabClasses = 'flex h-14 min-w-0 flex-col items-center justify-center gap-1 text-xs -outline-offset-2';

type MoreSheetProps = BottomBarProps & { open: boolean; onOpenChange: (open: boolean) => void };

function MoreSheet({ open, onOpenChange, rooms, person, onSearch }: MoreSheetProps) {
  const t = useTranslations('frame');
  const names = useTranslations('rooms');
  const signOut = useSignOut();
  const leave = () => onOpenChange(false);
  const search = () => {
    leave();
    onSearch();
  };
  return (
    <Sheet open={open} onOpenChange={onOpenChange} side="bottom" title={person.name} description={person.email}>
      <div className="flex flex-col gap-4">
        <Button icon={Search} onClick={search} className="h-11 justify-start text-muted">
          {t('search')}
        </Button>
        <ul className="grid grid-cols-2 gap-1">
          {rooms.map((room) => (
            <li key={room.id}>
              <IntentLink
                href={room.href}
                onClick={leave}
                className="flex h-11 items-center gap-2.5 rounded px-2.5 hover:bg-sunken"
              >
                <RoomIcon room={room} />
                {names(room.id)}
              </IntentLink>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <ThemeControl />
          <LanguageControl />
        </div>
        <Button icon={LogOut} onClick={signOut} className="h-11">
          {t('signOut')}
        </Button>
      </div>
    </Sheet>
  );
}
