'use client';

import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { NoticeBell } from '@/components/notices/notice-bell';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { AccountMenu, type Person } from './account-menu';
import { Logo } from './logo';
import { RoomLink } from './room-link';
import { isInRoom, type Room } from './rooms';
import { useModifierKey } from './use-modifier-key';

type SidebarProps = {
  rooms: readonly Room[];
  person: Person;
  home: string;
  collapsed: boolean;
  onCollapse: (collapsed: boolean) => void;
  onSearch: () => void;
  onShortcuts: () => void;
};

/** The rooms of this person. Icons alone when collapsed, and always so on a tablet. */
export function Sidebar({ rooms, person, home, collapsed, onCollapse, onSearch, onShortcuts }: SidebarProps) {
  const t = useTranslations('frame');
  const modifier = useModifierKey();
  // Hidden while narrow, but still read aloud.
  const words = collapsed ? 'sr-only' : 'max-lg:sr-only';
  return (
    <aside
      className={cx(
        'sticky top-0 flex h-dvh shrink-0 flex-col gap-4 overflow-x-hidden overflow-y-auto border-r bg-surface px-2 py-3 max-md:hidden',
        collapsed ? 'w-14' : 'w-14 lg:w-56',
      )}
    >
      <div className="flex h-8 items-center gap-2 px-2">
        <Link href={home} className="flex min-w-0 items-center gap-2 rounded">
          <Logo />
          <span className={cx('text-lg font-semibold tracking-tight', words)}>Boxoffice</span>
        </Link>
      </div>
      <button
        type="button"
        onClick={onSearch}
        className="mx-0.5 flex h-8 shrink-0 items-center gap-2 rounded border px-2.5 text-sm text-muted hover:bg-sunken"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className={cx('mr-auto', words)}>{t('search')}</span>
        <span aria-hidden className={collapsed ? 'hidden' : 'max-lg:hidden'}>
          <Kbd keys={`${modifier}+K`} />
        </span>
      </button>
      <RoomList rooms={rooms} words={words} />
      <div className="mt-auto flex flex-col gap-1">
        <NoticeBell
          memberId={person.memberId}
          words={words}
          className="flex h-9 w-full items-center gap-2.5 rounded px-3 text-left text-sm hover:bg-sunken"
        />
        <IconButton
          icon={collapsed ? PanelLeftOpen : PanelLeftClose}
          label={collapsed ? t('expand') : t('collapse')}
          shortcut="["
          aria-expanded={!collapsed}
          onClick={() => onCollapse(!collapsed)}
          className="mx-0.5 w-9 max-lg:hidden"
        />
        <AccountMenu person={person} compact={words} onShortcuts={onShortcuts} />
      </div>
    </aside>
  );
}

function RoomList({ rooms, words }: { rooms: readonly Room[]; words: string }) {
  const t = useTranslations('frame');
  const names = useTranslations('rooms');
  const pathname = usePathname();
  const groups = [...new Set(rooms.map((room) => room.group))];
  return (
    <nav aria-label={t('rooms')} className="flex flex-col gap-4">
      {groups.map((group) => (
        <div key={group ?? ''} className="flex flex-col gap-0.5">
          {group && (
            <h2 className={cx('px-2.5 pb-1 text-xs font-medium text-muted', words)}>{names(`groups.${group}`)}</h2>
          )}
          <ul className="flex flex-col gap-0.5">
            {rooms
              .filter((room) => room.group === group)
              .map((room) => (
                <li key={room.id}>
                  <RoomLink room={room} current={isInRoom(room, pathname)} words={words} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
