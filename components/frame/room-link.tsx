'use client';

import { LoaderCircle } from 'lucide-react';
import { useLinkStatus } from 'next/link';
import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { IntentLink } from '@/components/ui/intent-link';
import { Tooltip } from '@/components/ui/tooltip';
import type { Room } from './rooms';

/** The way into a room, in the sidebar. */
export function RoomLink({ room, current, words }: { room: Room; current: boolean; words: string }) {
  const t = useTranslations('rooms');
  return (
    <Tooltip text={t(room.id)} shortcut={`G ${room.letter}`} side="right">
      <IntentLink
        href={room.href}
        aria-current={current ? 'page' : undefined}
        className={cx(
          'flex h-8 items-center gap-2.5 rounded px-2.5',
          current ? 'bg-sunken font-medium text-ink' : 'text-muted hover:bg-sunken hover:text-ink',
        )}
      >
        <RoomIcon room={room} />
        <span className={cx('truncate', words)}>{t(room.id)}</span>
      </IntentLink>
    </Tooltip>
  );
}

/** The room's sign, or a turning ring while the page is on its way. */
export function RoomIcon({ room: { icon: Icon } }: { room: Room }) {
  const { pending } = useLinkStatus();
  if (pending) return <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" />;
  return <Icon aria-hidden className="size-4 shrink-0" />;
}
