'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { NoticeBell } from '@/components/notices/notice-bell';
import { useNoticeStream } from '@/components/notices/use-notice-stream';
import { IconButton } from '@/components/ui/icon-button';
import type { Role } from '@/lib/accounts/schema';
import type { Person } from './account-menu';
import { BottomBar } from './bottom-bar';
import { CommandPalette } from './command-palette';
import { FrameShortcuts } from './frame-shortcuts';
import { Logo } from './logo';
import { roomsOf } from './rooms';
import { ShortcutProvider } from './shortcuts';
import { ShortcutsDialog } from './shortcuts-dialog';
import { Sidebar } from './sidebar';
import { SIDEBAR_COOKIE } from './sidebar-cookie';
import { keep } from './use-preferences';

type FrameProps = { person: Person; roles: Role[]; collapsed: boolean; children: ReactNode };

/** What stands around every page of somebody who is signed in. */
export function Frame({ person, roles, children, ...initial }: FrameProps) {
  const [collapsed, setCollapsed] = useState(initial.collapsed);
  const [searching, setSearching] = useState(false);
  const [showingKeys, setShowingKeys] = useState(false);
  useNoticeStream(person.memberId);
  const rooms = roomsOf(roles);
  const home = rooms[0]?.href ?? '/account';
  const collapse = (next: boolean) => {
    keep(SIDEBAR_COOKIE, next ? 'collapsed' : 'expanded');
    setCollapsed(next);
  };
  const openKeys = () => setShowingKeys(true);
  const search = () => setSearching(true);
  return (
    <ShortcutProvider>
      <SkipLink />
      <div className="flex min-h-dvh max-md:flex-col">
        <Sidebar
          {...{ rooms, person, home, collapsed }}
          onCollapse={collapse}
          onSearch={search}
          onShortcuts={openKeys}
        />
        <PhoneBar home={home} memberId={person.memberId} onSearch={search} />
        <main id="main" tabIndex={-1} className="min-w-0 grow px-4 pb-24 outline-none md:px-6 md:pb-10">
          <div className="mx-auto max-w-content">{children}</div>
        </main>
        <BottomBar rooms={rooms} person={person} onSearch={search} />
      </div>
      <FrameShortcuts rooms={rooms} onSearch={search} onShortcuts={openKeys} onCollapse={() => collapse(!collapsed)} />
      <CommandPalette open={searching} onOpenChange={setSearching} rooms={rooms} roles={roles} onShortcuts={openKeys} />
      <ShortcutsDialog open={showingKeys} onOpenChange={setShowingKeys} />
    </ShortcutProvider>
  );
}

function SkipLink() {
  const t = useTranslations('frame');
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded bg-ink px-3 py-2 text-on-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {t('skip')}
    </a>
  );
}

type PhoneBarProps = { home: string; memberId: string; onSearch: () => void };

function PhoneBar({ home, memberId, onSearch }: PhoneBarProps) {
  const t = useTranslations('frame');
  return (
    <header className="flex h-12 items-center justify-between border-b bg-surface pr-2 pl-4 md:hidden">
      <Link href={home} className="flex items-center gap-2 rounded font-semibold">
        <Logo className="size-5" />
        Boxoffice
      </Link>
      <div className="flex items-center">
        <NoticeBell
          memberId={memberId}
          className="flex size-10 items-center justify-center rounded text-muted hover:bg-sunken"
        />
        <IconButton icon={Search} label={t('search')} onClick={onSearch} className="size-10" />
      </div>
    </header>
  );
}
