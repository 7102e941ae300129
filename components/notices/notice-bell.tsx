'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { PopoverPanel } from '@/components/ui/popover-panel';
import { noticesQuery, readNotices } from '@/lib/notices/client';
import { NoticeItem } from './notice-item';

type NoticeBellProps = { memberId: string; className?: string; words?: string };

/** What a member was told, and how much of it is new; looking at it makes it read. */
export function NoticeBell({ memberId, className, words }: NoticeBellProps) {
  const t = useTranslations('notices');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(noticesQuery(memberId));
  const read = useMutation({
    mutationFn: readNotices,
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices', memberId] }),
  });
  const unread = data?.unread ?? 0;
  const newest = data?.items[0]?.id;
  const turn = (next: boolean) => {
    setOpen(next);
    // Once closed: what was new stays marked as such while it is looked at.
    if (!next && unread > 0 && newest !== undefined) read.mutate({ memberId, upTo: newest });
  };
  return (
    <Popover.Root open={open} onOpenChange={turn}>
      <Popover.Trigger asChild>
        <button type="button" aria-label={unread > 0 ? t('bell', { count: unread }) : t('title')} className={className}>
          <span className="relative">
            <Bell aria-hidden className="size-4 shrink-0" />
            {unread > 0 && (
              <span
                aria-hidden
                className="absolute -top-1.5 -right-1.5 min-w-3.5 rounded-full bg-bad-solid px-1 text-center text-[10px] leading-3.5 font-semibold text-on-bad"
              >
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </span>
          {words !== undefined && (
            <span aria-hidden className={cx('mr-auto', words)}>
              {t('title')}
            </span>
          )}
        </button>
      </Popover.Trigger>
      <span role="status" className="sr-only">
        {unread > 0 && t('new', { count: unread })}
      </span>
      <PopoverPanel className="flex max-h-[min(32rem,var(--radix-popover-content-available-height))] w-[min(24rem,calc(100vw-1rem))] flex-col">
        <h2 className="border-b px-4 py-2.5 font-semibold">{t('title')}</h2>
        {data?.items.length ? (
          <ul className="min-h-0 divide-y overflow-y-auto">
            {data.items.map((notice) => (
              <li key={notice.id}>
                <NoticeItem notice={notice} onGo={() => turn(false)} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="px-4 py-8 text-center text-sm text-muted">{t('empty')}</p>
        )}
      </PopoverPanel>
    </Popover.Root>
  );
}
