'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Room } from './rooms';
import { useShortcut } from './shortcuts';

type FrameShortcutsProps = {
  rooms: readonly Room[];
  onSearch: () => void;
  onShortcuts: () => void;
  onCollapse: () => void;
};

/** The keys that work on every page. */
export function FrameShortcuts({ rooms, onSearch, onShortcuts, onCollapse }: FrameShortcutsProps) {
  const t = useTranslations('frame');
  useShortcut('Mod+K', t('search'), onSearch);
  useShortcut('?', t('shortcuts'), onShortcuts);
  useShortcut('[', t('toggleSidebar'), onCollapse);
  return rooms.map((room) => <RoomShortcut key={room.id} room={room} />);
}

function RoomShortcut({ room }: { room: Room }) {
  const t = useTranslations('frame');
  const names = useTranslations('rooms');
  const router = useRouter();
  useShortcut(`G ${room.letter}`, t('goTo', { room: names(room.id) }), () => router.push(room.href));
  return null;
}
